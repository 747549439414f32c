package org.evidencewatch.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A scheduled job and where it stands.
 *
 * @param lastRun its newest run that was no replay
 * @param lastDue what became of its newest due time
 * @param nextRun when it is due next; does nothing then while it is paused
 */
public record JobStatus(
        JobFile job,
        Optional<RecordedRun> lastRun,
        Optional<DueTime> lastDue,
        Optional<Instant> nextRun,
        boolean paused) {}
