package org.evidencewatch.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The companies that a scoring system should score again, as rows. */
@Repository
class Rescores {

    private final JdbcClient db;
    private final Decisions decisions;

    Rescores(JdbcClient db, Decisions decisions) {
        this.db = db;
        this.decisions = decisions;
    }

    private record Due(String company, long decision) {}

    /** Those that wait, the longest first. Index rescore_open. */
    List<Rescore> open() {
        return db.sql("""
                        select c.slug, e.decision_id from rescore e join company c on c.id = e.company_id
                        where e.done_at is null order by e.at, e.decision_id
                        """).query((row, n) -> new Due(row.getString("slug"), row.getLong("decision_id"))).list().stream()
                .collect(Collectors.groupingBy(
                        Due::company,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                due -> decisions.find(due.decision()).orElseThrow(),
                                Collectors.toCollection(ArrayList::new))))
                .entrySet()
                .stream()
                .map(due -> new Rescore(due.getKey(), due.getValue().getFirst().at(), due.getValue()))
                .toList();
    }
}
