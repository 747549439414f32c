package org.evidencewatch.review;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which item, as its row says. Each change is one statement, so that two people never hold the same. */
@Repository
class Holds {

    private static final String HOLD = """
            update work_item
            set held_by = :who, held_until = clock_timestamp() + make_interval(secs => :seconds)
            where id = :item and closed_at is null
            """;

    private final JdbcClient db;

    Holds(JdbcClient db) {
        this.db = db;
    }

    /** Whether nobody else held it, so that {@code who} does now, until the lease ends. */
    boolean hold(long item, String who, Duration lease) {
        return hold(
                HOLD + "and (held_by is null or held_by = :who or held_until <= clock_timestamp())", item, who, lease);
    }

    /** The same, where {@code who} did not hold it before either. */
    boolean take(long item, String who, Duration lease) {
        return hold(HOLD + "and (held_by is null or held_until <= clock_timestamp())", item, who, lease);
    }

    /** Whether {@code who} held it last, and nobody took it since, so that the lease goes on. */
    boolean prolong(long item, String who, Duration lease) {
        return hold(HOLD + "and held_by = :who", item, who, lease);
    }

    /** Whether {@code from} or nobody held it, or {@code to} does already, so that {@code to} holds it now. */
    boolean handOver(long item, String from, String to, Duration lease) {
        return db.sql(HOLD + "and (held_by is null or held_by in (:from, :who) or held_until <= clock_timestamp())")
                        .param("item", item)
                        .param("from", from)
                        .param("who", to)
                        .param("seconds", lease.toSeconds())
                        .update()
                > 0;
    }

    /** Ends the lease of {@code who}, and nobody else's. */
    void release(long item, String who) {
        db.sql("update work_item set held_by = null, held_until = null where id = :item and held_by = :who")
                .param("item", item)
                .param("who", who)
                .update();
    }

    private boolean hold(String sql, long item, String who, Duration lease) {
        return db.sql(sql)
                        .param("item", item)
                        .param("who", who)
                        .param("seconds", lease.toSeconds())
                        .update()
                > 0;
    }
}
