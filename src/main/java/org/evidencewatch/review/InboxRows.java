package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.review.Ranked.Light;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits, read as lightly as choosing from it allows. */
@Repository
class InboxRows {

    private static final String WAITS =
            "r.closed_at is null and (r.deferred_until is null or r.deferred_until <= :asOf) and w.closed_at is null";

    private final JdbcClient db;
    private final Remembered<List<Light>> open;

    InboxRows(JdbcClient db) {
        this.db = db;
        this.open = new Remembered<>(db);
    }

    /** Every open reason, in no particular order; to be called in a transaction of which all statements see one snapshot. */
    List<Light> open() {
        return open.or(this::readOpen);
    }

    private List<Light> readOpen() {
        // relies on indexes reason_open, change_pkey and stake_pkey
        return db.sql("""
                        select r.work_item_id, r.id, r.lane, coalesce(x.severity, 0) as severity, w.opened_at,
                               r.deferred_until, w.held_by, w.held_until, r.opinion_of,
                               e.probability, e.points, e.grade_before, e.grade_after, e.citations_left
                        from reason r
                        join work_item w on w.id = r.work_item_id
                        left join change x on x.id = r.change_id
                        left join stake e on e.reason_id = r.id
                        where r.closed_at is null and w.closed_at is null
                        """).query((row, n) -> light(row)).list();
    }

    /** The time by which leases end, which is the database's. */
    Instant leaseTime() {
        return db.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /**
     * The open items whose company, or a page of a reason that waits, has this in its name, whatever the case; among them may be some
     * in which nothing waits.
     */
    Set<Long> finding(String text, Instant asOf) {
        // names are read whole, then work_item_one_open; the reasons that are open by reason_open and source_pkey
        return new HashSet<>(db.sql("""
                        select w.id
                        from company c join work_item w on w.company_id = c.id and w.closed_at is null
                        where strpos(lower(c.slug), lower(:text)) > 0 or strpos(lower(c.name), lower(:text)) > 0
                        union
                        select r.work_item_id
                        from reason r
                        left join source s on s.id = r.source_id
                        left join dispute d on d.id = r.dispute_id
                        where strpos(lower(coalesce(s.url, d.urls ->> 0)), lower(:text)) > 0
                          and r.closed_at is null and (r.deferred_until is null or r.deferred_until <= :asOf)
                        """)
                .param("text", text)
                .param("asOf", Timestamp.from(asOf))
                .query((row, n) -> row.getLong("id"))
                .list());
    }

    /** At how many companies each of these causes waits. */
    Map<String, Integer> sharing(Collection<String> causes) {
        // relies on index reason_cause
        return db
                .sql("""
                        select cause, count(distinct company_id) as companies from reason
                        where closed_at is null and cause = any(:causes) group by cause
                        """)
                .param("causes", causes.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("cause"), row.getInt("companies")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** At how many companies this cause waits at that time. */
    int companies(String cause, Instant asOf) {
        // relies on indexes reason_cause and work_item_pkey
        return db.sql("""
                        select count(distinct r.company_id)
                        from reason r join work_item w on w.id = r.work_item_id
                        where r.cause = :cause and\s""" + WAITS)
                .param("cause", cause)
                .param("asOf", Timestamp.from(asOf))
                .query(Integer.class)
                .single();
    }

    private static Light light(ResultSet row) throws SQLException {
        Lane lane = Lane.labelled(row.getString("lane"));
        int severity = row.getInt("severity");
        return new Light(
                row.getLong("work_item_id"),
                row.getLong("id"),
                lane,
                severity,
                Stakes.weight(row, lane, severity),
                row.getTimestamp("opened_at").toInstant(),
                hold(row),
                Optional.ofNullable(row.getString("opinion_of")),
                Optional.ofNullable(row.getTimestamp("deferred_until")).map(Timestamp::toInstant));
    }

    private static Optional<Hold> hold(ResultSet row) throws SQLException {
        String by = row.getString("held_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Hold(by, row.getTimestamp("held_until").toInstant()));
    }
}
