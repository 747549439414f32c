package org.evidencewatch.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this machine's clock can be believed: it must agree with the database's, by which all processes go. A schedule that
 * followed a wrong one would run a night of another year and call all evidence stale. Safe for use by many threads.
 */
@Component
class SoundClock {

    private static final Logger LOG = LoggerFactory.getLogger(SoundClock.class);

    private final JdbcClient db;
    private final Clock clock;
    private final Duration tolerance;
    private volatile boolean sound = true;

    /** @param tolerance by how much they may differ */
    SoundClock(JdbcClient db, Clock clock, @Value("${evidence.jobs.clock-tolerance:PT5M}") Duration tolerance) {
        this.db = db;
        this.clock = clock;
        this.tolerance = tolerance;
    }

    /** Asks the database. Says once in the log that it is not so, and once that it is so again. */
    boolean agrees() {
        Instant there = db.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
        Duration ahead = Duration.between(there, clock.instant());
        boolean agrees = ahead.abs().compareTo(tolerance) <= 0;
        if (agrees != sound) {
            sound = agrees;
            tell(ahead);
        }
        return agrees;
    }

    private void tell(Duration ahead) {
        if (sound) {
            LOG.warn("the clock agrees with the database's again; the schedules go on");
        } else {
            LOG.error(
                    "the clock of this machine is {} {} the database's: no schedule starts anything here until they agree within {}",
                    ahead.abs(),
                    ahead.isNegative() ? "behind" : "ahead of",
                    tolerance);
        }
    }
}
