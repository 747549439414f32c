package org.evidencewatch.job;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How large the database is, and will be. */
@Repository
public class DatabaseGrowth {

    private static final Duration MEASURED = Duration.ofDays(30);
    private static final double DAYS_OF_YEAR = 365;
    private static final double MIB = 1 << 20;

    private final JdbcClient db;

    DatabaseGrowth(JdbcClient db) {
        this.db = db;
    }

    /**
     * A size, and what it comes to if each capture goes on to cost what one costs on average.
     *
     * @param octets now, of all tables and indexes
     * @param inAYear empty before a day of captures
     */
    public record Size(long octets, Optional<Long> inAYear) {

        /** In MiB, for people. */
        public String words() {
            return String.format(Locale.ENGLISH, "database %,.0f MiB", octets / MIB)
                    + inAYear.map(then -> String.format(Locale.ENGLISH, ", in a year %,.0f MiB", then / MIB))
                            .orElse("");
        }
    }

    /** The size at a time, and by the captures of the thirty days before it. */
    public Size at(Instant now) {
        // capture_pkey from its newest end; the sizes are the catalogue's
        return db.sql("""
                        select pg_database_size(current_database()) as octets,
                               (select count(*) from capture) as captures,
                               (select count(*) from capture where at > :since) as lately,
                               (select extract(epoch from :now - min(at)) / 86400 from capture where at > :since) as days
                        """)
                .param("since", Timestamp.from(now.minus(MEASURED)))
                .param("now", Timestamp.from(now))
                .query((row, n) -> {
                    long octets = row.getLong("octets");
                    long captures = row.getLong("captures");
                    double days = row.getDouble("days");
                    double each = captures == 0 ? 0 : (double) octets / captures;
                    return new Size(
                            octets,
                            days < 1
                                    ? Optional.empty()
                                    : Optional.of(
                                            Math.round(octets + each * row.getLong("lately") / days * DAYS_OF_YEAR)));
                })
                .single();
    }
}
