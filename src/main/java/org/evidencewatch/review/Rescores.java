package org.evidencewatch.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<Due> due = db.sql("""
                        select c.slug, e.decision_id from rescore e join company c on c.id = e.company_id
                        where e.done_at is null order by e.at, e.decision_id
                        """)
                .query((row, n) -> new Due(row.getString("slug"), row.getLong("decision_id")))
                .list();
        Map<Long, Decision> made = decisions.all(due.stream().map(Due::decision).toList());
        var companies = new LinkedHashMap<String, List<Decision>>();
        due.forEach(each -> companies
                .computeIfAbsent(each.company(), slug -> new ArrayList<>())
                .add(Objects.requireNonNull(made.get(each.decision()))));
        return companies.entrySet().stream()
                .map(entry ->
                        new Rescore(entry.getKey(), entry.getValue().getFirst().at(), entry.getValue()))
                .toList();
    }
}
