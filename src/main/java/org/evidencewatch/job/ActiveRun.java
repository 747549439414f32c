package org.evidencewatch.job;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.snapshot.Purpose;

/**
 * A run while this process carries it out.
 *
 * @param clocks the time that captures bear: now, or the time that a replay pretends
 * @param turns how many pages may be under way, or read and waiting for room, at once, over all partitions
 */
record ActiveRun(
        Run run,
        Lease lease,
        Map<Purpose, Fetcher> fetchers,
        Map<Purpose, Clock> clocks,
        Semaphore turns,
        Progress progress)
        implements AutoCloseable {

    private static final int UNDER_WAY = 128;

    ActiveRun(Run run, Lease lease, Map<Purpose, Fetcher> fetchers, Map<Purpose, Clock> clocks, Progress progress) {
        this(run, lease, new EnumMap<>(fetchers), new EnumMap<>(clocks), new Semaphore(UNDER_WAY), progress);
    }

    Fetcher fetcher(Purpose purpose) {
        return java.util.Objects.requireNonNull(fetchers.get(purpose));
    }

    Clock clock(Purpose purpose) {
        return java.util.Objects.requireNonNull(clocks.get(purpose));
    }

    @Override
    public void close() {
        fetchers.values().forEach(Fetcher::close);
    }
}
