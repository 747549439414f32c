package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param planned how many pages it reads, as far as that is planned
 * @param done how many of them were tried
 * @param failed how many of those could not be read
 * @param held whether a process works on it; none does where it was killed, until somebody goes on with it
 * @param state as in {@link RecordedRun}
 */
public record RunProgress(
        long run, String job, Instant startedAt, int planned, int done, int failed, boolean held, String state) {

    /** How many pages are still to be tried. */
    public int remaining() {
        return Math.max(0, planned - done);
    }

    /** Whether it goes on. */
    public boolean running() {
        return state.equals("running") && held;
    }

    /** Pages a minute since it started; empty where none was tried yet. */
    public Optional<Double> rate(Instant now) {
        double minutes = Duration.between(startedAt, now).toMillis() / 60_000.0;
        return done == 0 || minutes <= 0 ? Optional.empty() : Optional.of(done / minutes);
    }
}
