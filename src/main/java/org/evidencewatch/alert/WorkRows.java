package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.evidencewatch.review.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a reviewer, for the digest. Reads only. */
@Repository
class WorkRows {

    private static final String WAITING = "r.closed_at is null and coalesce(r.deferred_until <= :at, true)";

    private final JdbcClient db;

    WorkRows(JdbcClient db) {
        this.db = db;
    }

    private record Waiting(int companies, int reasons, Duration look) {}

    /** All of it at a time, with so many companies by name. By reason_open and change_severity. */
    Digest.Work waiting(Instant at, int named) {
        var time = at.atOffset(ZoneOffset.UTC);
        var all = totals(time);
        var worst = db.sql("""
                        select c.name, string_agg(distinct r.lane, ', ' order by r.lane) as lanes
                        from reason r join company c on c.id = r.company_id left join change x on x.id = r.change_id
                        where %s group by c.id, c.name
                        order by max(coalesce(x.severity, 100)) desc, min(r.opened_at), c.name limit :named
                        """.formatted(WAITING))
                .param("at", time)
                .param("named", named)
                .query((row, n) -> PlainText.line(row.getString("name"), 100) + ": " + row.getString("lanes"))
                .list();
        long minutes = (all.look().toSeconds() + 59) / 60;
        return new Digest.Work(all.companies(), all.reasons(), minutes, worst);
    }

    private Waiting totals(OffsetDateTime at) {
        int companies = db.sql("select count(distinct r.company_id) from reason r where " + WAITING)
                .param("at", at)
                .query(Integer.class)
                .single();
        var looks = db.sql("select r.lane, count(*) as n from reason r where " + WAITING + " group by r.lane")
                .param("at", at)
                .query((row, n) -> new Waiting(0, row.getInt("n"), look(row.getString("lane"), row.getInt("n"))))
                .list();
        return new Waiting(
                companies,
                looks.stream().mapToInt(Waiting::reasons).sum(),
                looks.stream().map(Waiting::look).reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration look(String label, int reasons) {
        return List.of(Lane.values()).stream()
                .filter(lane -> lane.label().equals(label))
                .map(lane -> lane.look().multipliedBy(reasons))
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
