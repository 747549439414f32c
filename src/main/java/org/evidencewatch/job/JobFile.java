package org.evidencewatch.job;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A scheduled job as its file under {@code jobs/} states it.
 *
 * @param name the file's name without its ending
 * @param cron five fields: minute hour day-of-month month day-of-week
 * @param zone whose clock the fields speak of
 * @param parameters handed to the job as they are
 * @param about what it does, reads and writes, and how to start it again
 */
public record JobFile(String name, String cron, ZoneId zone, Map<String, String> parameters, String about) {

    public JobFile {
        parameters = Map.copyOf(parameters);
        Cron.parse(cron, zone);
    }

    /** The first due time after an instant; empty when there is none in the next years. */
    public Optional<Instant> next(Instant after) {
        return Cron.parse(cron, zone).next(after);
    }
}
