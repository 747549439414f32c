package org.evidencewatch.review;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was read from the database, for as long as reading it again gives the same: until any transaction of any process has
 * ended that was not seen. Two snapshots with the same text see the same rows (PostgreSQL's {@code pg_current_snapshot}), so what
 * is remembered is never late. Safe for use by many threads.
 */
final class Remembered<T> {

    private final JdbcClient db;
    private volatile Optional<Reading<T>> last = Optional.empty();

    Remembered(JdbcClient db) {
        this.db = db;
    }

    private record Reading<T>(String snapshot, T value) {}

    /**
     * What {@code reading} gives now.
     *
     * @param reading always the same query, whose rows do not depend on the time; not asked where nothing has changed
     * @throws IllegalStateException outside a transaction of which all statements see one snapshot
     */
    T or(Supplier<T> reading) {
        String now = snapshot();
        Optional<Reading<T>> same = last.filter(seen -> seen.snapshot().equals(now));
        if (same.isPresent()) {
            return same.get().value();
        }
        T value = reading.get();
        last = Optional.of(new Reading<>(now, value));
        return value;
    }

    private String snapshot() {
        return db.sql("select pg_current_snapshot()::text, current_setting('transaction_isolation') as isolation")
                .query((row, n) -> {
                    String isolation = row.getString("isolation");
                    if (!isolation.equals("repeatable read") && !isolation.equals("serializable")) {
                        throw new IllegalStateException("each statement of " + isolation + " sees another snapshot");
                    }
                    return row.getString(1);
                })
                .single();
    }
}
