package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a job's work was due and is not done. Pure. */
final class Overdue {

    private Overdue() {}

    /**
     * At a time: that the job was due after its last good run, and that half of its period has passed since. A night that
     * takes hours is not overdue while it works; a night that never came is.
     *
     * @param since when the last good run began, or since when there is work; empty where there is none
     */
    static boolean is(JobFile job, Optional<Instant> since, Instant now) {
        Optional<Instant> due = since.flatMap(job::next);
        return due.filter(first -> !first.isAfter(now))
                .flatMap(first -> job.next(first).map(second -> Duration.between(first, second)))
                .filter(period -> Duration.between(due.get(), now).compareTo(period.dividedBy(2)) > 0)
                .isPresent();
    }
}
