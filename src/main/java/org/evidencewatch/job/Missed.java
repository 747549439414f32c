package org.evidencewatch.job;

import java.time.Instant;
import java.util.Optional;

/** Whether a job is owed a run because nobody was there when it was due. */
final class Missed {

    private Missed() {}

    /**
     * Whether to run the job once at start: it was due since its last run began (before the first one: since the first
     * import), however often; or its last run was cut off.
     */
    static boolean owes(JobFile job, Optional<RecordedRun> last, Optional<Instant> firstImport, Instant now) {
        boolean cutOff = last.filter(RecordedRun::unfinished).isPresent();
        return cutOff
                || last.map(RecordedRun::startedAt)
                        .or(() -> firstImport)
                        .flatMap(job::next)
                        .filter(due -> !due.isAfter(now))
                        .isPresent();
    }
}
