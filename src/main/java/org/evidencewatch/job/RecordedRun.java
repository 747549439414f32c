package org.evidencewatch.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a job, as it was recorded.
 *
 * @param asOf the time it worked for; differs from its start in a replay
 * @param endedAt empty while it runs, or when it was killed and nobody has gone on with it
 * @param state {@code running completed failed stopped abandoned}
 * @param note one sentence for people
 * @param counts how many pages of its refresh got which verdict
 */
public record RecordedRun(
        long id,
        String job,
        Instant asOf,
        boolean replay,
        Instant startedAt,
        Optional<Instant> endedAt,
        String state,
        Optional<String> note,
        Map<String, Integer> counts) {

    public RecordedRun {
        counts = Map.copyOf(counts);
    }

    /** Whether it ended in a way that people must look at. */
    public boolean failed() {
        return state.equals("failed");
    }
}
