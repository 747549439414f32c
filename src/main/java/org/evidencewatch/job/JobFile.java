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
 * @param about what it does, for people
 * @param lines where in the file each parameter stands, by its name
 */
public record JobFile(
        String name,
        String cron,
        ZoneId zone,
        Map<String, String> parameters,
        About about,
        Map<String, Integer> lines) {

    public JobFile {
        parameters = Map.copyOf(parameters);
        lines = Map.copyOf(lines);
        Cron.parse(cron, zone);
    }

    /**
     * A job in the words of its file.
     *
     * @param does what it is for
     * @param restart what becomes of it when it is stopped or killed, and how it is started again
     */
    public record About(String does, String reads, String writes, String restart) {}

    /** The line on which a parameter stands; the first where it does not. */
    int line(String parameter) {
        return lines.getOrDefault(parameter, 1);
    }

    /** The first due time after an instant; empty when there is none in the next years. */
    public Optional<Instant> next(Instant after) {
        return Cron.parse(cron, zone).next(after);
    }
}
