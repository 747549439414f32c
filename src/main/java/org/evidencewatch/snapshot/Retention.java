package org.evidencewatch.snapshot;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Removes the octets of stored pages that nothing rests on, and leaves a tombstone for each: digest, length, captures and texts
 * stay. What a claim, a change, a decision or a publication cites is never removed; the view {@code cited_snapshot} says what that
 * is. Takes part in the caller's transaction.
 */
@Repository
public class Retention {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient db;

    Retention(JdbcClient db) {
        this.db = db;
    }

    /**
     * What went.
     *
     * @param pages how many stored pages
     * @param freed their octets, as they were stored
     */
    public record Removed(long pages, long freed) {}

    /**
     * Removes, of those that nothing cites, the oldest that no capture has shown since, up to {@value #AT_ONCE}; the next time goes
     * on.
     *
     * @param notSince what was shown then or later stays
     * @param at the time that the tombstones bear
     */
    public Removed removeUncited(Instant notSince, Instant at) {
        Removed removed = db.sql("select removed, freed from remove_uncited_snapshots(:notSince, :at, :most)")
                .param("notSince", Timestamp.from(notSince))
                .param("at", Timestamp.from(at))
                .param("most", AT_ONCE)
                .query((row, n) -> new Removed(row.getLong("removed"), row.getLong("freed")))
                .single();
        // the tombstones must stand before the octets may go
        db.sql("""
                        update snapshot s set body = '' from snapshot_removal r
                        where r.digest = s.digest and r.at = :at and s.body <> ''
                        """).param("at", Timestamp.from(at)).update();
        return removed;
    }
}
