package org.evidencewatch.job;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.fetch.Places;
import org.evidencewatch.snapshot.Purpose;

/**
 * A run while this process carries it out.
 *
 * @param clocks the time that captures bear: now, or the time that a replay pretends
 * @param places how many pages may be on the wire, or read and waiting for room, at once, over all partitions
 * @param probes what its hosts show for pages that do not exist
 * @param retries what the run has left for asking again
 */
record ActiveRun(
        Run run,
        Lease lease,
        Map<Purpose, Fetcher> fetchers,
        Map<Purpose, Clock> clocks,
        Places places,
        Retries retries,
        NotFoundProbes probes,
        Progress progress)
        implements AutoCloseable {

    private static final int UNDER_WAY = 128;

    ActiveRun(
            Run run,
            Lease lease,
            Map<Purpose, Fetcher> fetchers,
            Map<Purpose, Clock> clocks,
            NotFoundProbes probes,
            Progress progress) {
        this(
                run,
                lease,
                new EnumMap<>(fetchers),
                new EnumMap<>(clocks),
                new Places(UNDER_WAY),
                new Retries(),
                probes,
                progress);
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
