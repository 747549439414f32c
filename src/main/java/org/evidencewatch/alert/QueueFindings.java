package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evidencewatch.review.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what has waited for people too long, and what should not wait. */
@Repository
class QueueFindings implements Watch {

    /** From this severity on, a change that would move a grade is told at once. */
    private static final int TOP_SEVERITY = 80;

    private final JdbcClient db;
    private final Limits limits;

    QueueFindings(JdbcClient db, Limits limits) {
        this.db = db;
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.of(Kind.QUEUE_LATE, Kind.TO_PUBLISH, Kind.GRADE_AT_RISK);
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        var findings = new ArrayList<Finding>(grades(asOf));
        findings.addAll(late(asOf));
        findings.addAll(unpublished(asOf));
        return findings;
    }

    /** One for each lane. By reason_open. */
    private List<Finding> late(Instant asOf) {
        return db
                .sql("""
                        select lane, count(*) as reasons, min(opened_at) as oldest
                        from reason
                        where closed_at is null and coalesce(deferred_until <= :asOf, true)
                        group by lane order by lane
                        """)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query((row, n) -> late(
                        lane(row.getString("lane")),
                        row.getInt("reasons"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant(),
                        asOf))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> late(Lane lane, int reasons, Instant oldest, Instant asOf) {
        Duration age = Age.between(oldest, asOf);
        if (age.compareTo(lane.target()) <= 0) {
            return List.of();
        }
        var detail = "%s: the oldest of %d waits for %s (target %s)"
                .formatted(lane.label(), reasons, Age.words(age), Age.words(lane.target()));
        long times = age.dividedBy(lane.target());
        // told again when it has become twice as late
        return List.of(Finding.of(Kind.QUEUE_LATE, "lane:" + lane.label(), detail)
                .because(Integer.toString(63 - Long.numberOfLeadingZeros(times))));
    }

    /** By publication's end and the key of decision. */
    private List<Finding> unpublished(Instant asOf) {
        return db.sql("""
                        with last as (select coalesce(max(last_decision_id), 0) as decision from publication),
                        waiting as (
                            select d.company_id, d.at from last l join effective_decision d on d.id > l.decision
                            where d.moves_record
                            union all
                            select company_id, at from rescore where done_at is null
                        )
                        select w.company_id, min(w.at) as since, count(*) as decisions
                        from waiting w group by w.company_id having min(w.at) <= :before
                        order by min(w.at), w.company_id
                        """)
                .param("before", asOf.minus(limits.unpublished()).atOffset(ZoneOffset.UTC))
                .query((row, n) -> Finding.of(
                                Kind.TO_PUBLISH,
                                "company:" + row.getLong("company_id"),
                                "decided on %s, and not scored again or published since"
                                        .formatted(Age.day(row.getObject("since", OffsetDateTime.class)
                                                .toInstant())))
                        .ofCompany(row.getLong("company_id")))
                .list();
    }

    /** By reason_open, change_severity and the key of stake. */
    private List<Finding> grades(Instant asOf) {
        return db.sql("""
                        select r.id, r.company_id, r.lane, x.severity, s.grade_before, s.grade_after, u.url
                        from reason r
                        join change x on x.id = r.change_id
                        join stake s on s.reason_id = r.id
                        join source u on u.id = x.source_id
                        where r.closed_at is null and x.severity >= :top and s.grade_before <> s.grade_after
                          and coalesce(r.deferred_until <= :asOf, true)
                        order by x.severity desc, r.id
                        """)
                .param("top", TOP_SEVERITY)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Finding.of(
                                Kind.GRADE_AT_RISK,
                                "reason:" + row.getLong("id"),
                                "grade %s would become %s (%s, severity %d): %s"
                                        .formatted(
                                                row.getString("grade_before"),
                                                row.getString("grade_after"),
                                                row.getString("lane"),
                                                row.getInt("severity"),
                                                row.getString("url")))
                        .ofCompany(row.getLong("company_id"))
                        .because(row.getString("grade_after")))
                .list();
    }

    private static Lane lane(String label) {
        return Arrays.stream(Lane.values())
                .filter(lane -> lane.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
