package org.evidencewatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.unit.DataSize;

/** Keeps how large the database was each day, and finds that it grows too fast. */
@Repository
class DatabaseFindings implements Watch {

    private static final int DAYS = 7;

    private final JdbcClient db;
    private final Limits limits;

    DatabaseFindings(JdbcClient db, Limits limits) {
        this.db = db;
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.DATABASE_GROWTH);
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        var today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        db.sql("""
                insert into database_day (day, bytes) values (:day, pg_database_size(current_database()))
                on conflict (day) do update set bytes = excluded.bytes
                """).param("day", today).update();
        return growth(today).stream()
                .filter(grown -> grown > limits.databaseGrowth().toBytes())
                .map(grown -> Finding.of(
                        Kind.DATABASE_GROWTH,
                        "database",
                        "the database grew by %d MB within %d days (limit %d MB)"
                                .formatted(
                                        DataSize.ofBytes(grown).toMegabytes(),
                                        DAYS,
                                        limits.databaseGrowth().toMegabytes())))
                .toList();
    }

    private List<Long> growth(LocalDate today) {
        return db.sql("""
                        select n.bytes - o.bytes from database_day n
                        join lateral (select bytes from database_day
                                      where day >= :from and day < :today order by day limit 1) o on true
                        where n.day = :today
                        """)
                .param("today", today)
                .param("from", today.minusDays(DAYS))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
