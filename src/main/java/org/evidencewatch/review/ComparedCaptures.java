package org.evidencewatch.review;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the two captures whose difference a reason is about. */
@Repository
public class ComparedCaptures {

    private final JdbcClient db;

    ComparedCaptures(JdbcClient db) {
        this.db = db;
    }

    /** What was last accepted, and what was found then; ids of captures. */
    public record Pair(long before, long after) {}

    /** The captures of a reason; empty for a dispute. */
    public Optional<Pair> of(long reason) {
        return db.sql("""
                        select x.baseline_capture_id, x.capture_id from reason r join change x on x.id = r.change_id
                        where r.id = :reason
                        """)
                .param("reason", reason)
                .query((row, n) -> new Pair(row.getLong("baseline_capture_id"), row.getLong("capture_id")))
                .optional();
    }
}
