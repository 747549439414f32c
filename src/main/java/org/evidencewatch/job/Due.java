package org.evidencewatch.job;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/** When a job is due next. Times that passed while the machine slept are not made up for. */
record Due(JobFile job, Clock clock) implements Trigger {

    @Override
    public @Nullable Instant nextExecution(TriggerContext context) {
        var last = context.lastScheduledExecution();
        var now = clock.instant();
        // A timer may ring a little before the wall clock is there: the same due time must not come twice.
        return job.next(last != null && last.isAfter(now) ? last : now).orElse(null);
    }
}
