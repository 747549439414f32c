package org.evidencewatch.job;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.fetch.Places;
import org.evidencewatch.snapshot.Purpose;

/**
 * A run while this process carries it out.
 *
 * @param clocks the time that captures bear: now, or the time that a replay pretends
 * @param places how many pages may be on the wire, or read and waiting for room, at once, over all partitions
 * @param lookups how many visitors may ask the database at once: its connections are for the writers too
 * @param retries what the run has left for asking again
 */
record ActiveRun(
        Run run,
        Lease lease,
        Map<Purpose, Fetcher> fetchers,
        Map<Purpose, Clock> clocks,
        Places places,
        Retries retries,
        Semaphore lookups,
        Progress progress)
        implements AutoCloseable {

    private static final int UNDER_WAY = 128;
    private static final int LOOKUPS = 4;

    ActiveRun(Run run, Lease lease, Map<Purpose, Fetcher> fetchers, Map<Purpose, Clock> clocks, Progress progress) {
        this(
                run,
                lease,
                new EnumMap<>(fetchers),
                new EnumMap<>(clocks),
                new Places(UNDER_WAY),
                new Retries(),
                new Semaphore(LOOKUPS),
                progress);
    }

    Fetcher fetcher(Purpose purpose) {
        return java.util.Objects.requireNonNull(fetchers.get(purpose));
    }

    Clock clock(Purpose purpose) {
        return java.util.Objects.requireNonNull(clocks.get(purpose));
    }

    /** Asks the database in the name of a visitor, who waits for that without a connection. */
    <T> T lookingUp(Supplier<T> question) {
        lookups.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            lookups.release();
        }
    }

    @Override
    public void close() {
        fetchers.values().forEach(Fetcher::close);
    }
}
