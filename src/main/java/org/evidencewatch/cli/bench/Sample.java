package org.evidencewatch.cli.bench;

import java.util.Map;
import java.util.Optional;

/**
 * One side on one night of one round.
 *
 * @param wallSeconds from the start of the process until it was gone
 * @param cpuSeconds user and system time of the process
 * @param postgresCpuSeconds what the database server used meanwhile
 * @param siteCpuSeconds what the site used meanwhile
 * @param peakRssMiB most memory that the process had resident
 * @param served what the site counted meanwhile
 * @param counted what the process itself reported, by name
 */
public record Sample(
        double wallSeconds,
        double cpuSeconds,
        Optional<Double> postgresCpuSeconds,
        double siteCpuSeconds,
        Optional<Double> peakRssMiB,
        Tally served,
        Map<String, Long> counted) {

    /** Whether both counted the same pages, each page once, answered in the same way. */
    boolean addsUp(int pages) {
        return served.pages() == pages
                && served.full() + served.notModified() == pages
                && counted("sources") == pages
                && counted("fetched") == served.full()
                && counted("notModified") == served.notModified();
    }

    private long counted(String name) {
        return counted.getOrDefault(name, 0L);
    }
}
