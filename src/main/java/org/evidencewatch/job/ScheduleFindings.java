package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evidencewatch.alert.Finding;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Watch;
import org.springframework.stereotype.Component;

/** Finds jobs that did not start when they were due, and runs that get nowhere. */
@Component
final class ScheduleFindings implements Watch {

    /** How late a start may be: another run may stand in its way. */
    private static final Duration LATE = Duration.ofHours(1);

    /** How long a run may read no page. */
    private static final Duration STILL = Duration.ofMinutes(10);

    private final JobFiles files;
    private final JobLedger ledger;
    private final DueTimes dueTimes;

    ScheduleFindings(JobFiles files, JobLedger ledger, DueTimes dueTimes) {
        this.files = files;
        this.ledger = ledger;
        this.dueTimes = dueTimes;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RUN_MISSED, Kind.NO_PROGRESS);
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        var paused = ledger.paused();
        var missed = files.jobs().stream()
                .filter(job -> !paused.contains(job.name()))
                .flatMap(job -> missed(job, asOf).stream());
        var still = ledger.withoutPages(asOf.minus(STILL)).stream()
                .map(run -> Finding.of(
                        Kind.NO_PROGRESS,
                        "job:" + run.job(),
                        "%s (run %d) has read no page for %d minutes"
                                .formatted(
                                        run.job(),
                                        run.id(),
                                        Duration.between(run.lastPage(), asOf).toMinutes())));
        return Stream.concat(missed, still).toList();
    }

    /** A job that is at a due time is not late for the next. */
    private Optional<Finding> missed(JobFile job, Instant asOf) {
        return dueTimes.newest(job.name(), asOf)
                .filter(due -> due.state() != DueTime.State.STARTED)
                .flatMap(due -> Owed.passed(job, due.dueAt(), asOf.minus(LATE)))
                .map(late -> Finding.of(
                        Kind.RUN_MISSED,
                        "job:" + job.name(),
                        "%s was due at %s and did not start".formatted(job.name(), late.dueAt())));
    }
}
