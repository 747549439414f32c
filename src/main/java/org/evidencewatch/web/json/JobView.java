package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.job.JobStatus;
import org.evidencewatch.job.RecordedRun;

/**
 * A scheduled job.
 *
 * @param cron its five fields
 * @param restart what becomes of a run that was cut short, in words
 * @param lastRun its newest run that was no replay
 */
@JsonInclude(Include.NON_ABSENT)
public record JobView(
        String name,
        String cron,
        String zone,
        String about,
        String reads,
        String writes,
        String restart,
        Optional<LastRun> lastRun,
        Optional<Instant> nextRun,
        boolean paused) {

    /** When a run began, what it came to, and its summary. */
    @JsonInclude(Include.NON_ABSENT)
    public record LastRun(Instant at, String state, Optional<String> note) {

        static LastRun of(RecordedRun run) {
            return new LastRun(run.startedAt(), run.state(), run.note().filter(note -> !note.isEmpty()));
        }
    }

    public static JobView of(JobStatus status) {
        var job = status.job();
        return new JobView(
                job.name(),
                job.cron(),
                job.zone().getId(),
                job.about().does(),
                job.about().reads(),
                job.about().writes(),
                job.about().restart(),
                status.lastRun().map(LastRun::of),
                status.nextRun(),
                status.paused());
    }
}
