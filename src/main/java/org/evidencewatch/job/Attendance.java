package org.evidencewatch.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to the due times of a job: under a lease, so that one process at a time carries it out, and with its epoch checked at each
 * word that is written, so that one that slept too long writes none. Safe for use by many threads and processes.
 */
@Component
class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final DueTimes dueTimes;
    private final JobLedger ledger;
    private final HeldLeases held;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attendance(
            DueTimes dueTimes,
            JobLedger ledger,
            HeldLeases held,
            Leases leases,
            TransactionTemplate transaction,
            Clock clock) {
        this.dueTimes = dueTimes;
        this.ledger = ledger;
        this.held = held;
        this.leases = leases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Carries out what is owed to a job now, and returns when that has ended. Does nothing where another process is at it, or at
     * something that shares its lease: then it is owed as before.
     *
     * @param work the lease under which the job works
     * @param start nothing before it is owed to a job that never ran, unless there was something to do
     * @param run carries the job out; does not throw
     */
    void attend(JobFile job, String work, Instant start, Function<JobFile, JobOutcome> run) {
        String schedule = "schedule of " + job.name();
        // most looks find nothing, and should write nothing
        boolean nothing = owed(job, start) instanceof Owed.Nothing;
        if (!nothing && !leases.held(schedule) && !leases.held(work)) {
            held.hold(schedule, mine -> {
                attend(job, owed(job, start), mine, run);
                return job;
            });
        }
    }

    private void attend(JobFile job, Owed owed, Lease mine, Function<JobFile, JobOutcome> run) {
        switch (owed) {
            case Owed.Nothing nothing -> {}
            case Owed.Finish finish -> {
                LOG.warn("a run of {} was cut off: gone on with", job.name());
                LOG.info("{}", run.apply(job).summary());
            }
            case Owed.PassOver over ->
                write(mine, () -> dueTimes.put(job.name(), over.dueAt(), DueTime.State.PAUSED, over.passedOver()));
            case Owed.Begin begin -> begin(job, begin, mine, run);
            case Owed.GoOn on -> goOn(job, on.dueAt(), mine, run);
        }
    }

    private void begin(JobFile job, Owed.Begin begin, Lease mine, Function<JobFile, JobOutcome> run) {
        if (begin.passedOver() > 0) {
            LOG.info("{} was due {} times more while nothing ran here: run once", job.name(), begin.passedOver());
        }
        write(mine, () -> {
            dueTimes.put(job.name(), begin.dueAt(), DueTime.State.STARTED, begin.passedOver());
            ledger.heard(job.name());
        });
        carryOut(job, begin.dueAt(), mine, run);
    }

    private void goOn(JobFile job, Instant dueAt, Lease mine, Function<JobFile, JobOutcome> run) {
        if (dueTimes.done(job.name(), dueAt)) {
            write(mine, () -> end(job, dueAt, DueTime.State.COMPLETED, "its process died when it was done"));
            return;
        }
        LOG.warn("{} of {} did not come to its end: gone on with", job.name(), dueAt);
        write(mine, () -> dueTimes.again(job.name(), dueAt));
        carryOut(job, dueAt, mine, run);
    }

    private void carryOut(JobFile job, Instant dueAt, Lease mine, Function<JobFile, JobOutcome> run) {
        var outcome = run.apply(job);
        try {
            write(mine, () -> ended(job, dueAt, outcome));
        } catch (LeaseLost e) {
            LOG.error("{} of {} was taken over by another process", job.name(), dueAt, e);
        }
    }

    private void ended(JobFile job, Instant dueAt, JobOutcome outcome) {
        switch (outcome.ending()) {
            case COMPLETED -> end(job, dueAt, DueTime.State.COMPLETED, outcome.summary());
            case FAILED -> end(job, dueAt, DueTime.State.FAILED, outcome.summary());
            case STOPPED -> end(job, dueAt, DueTime.State.STOPPED, outcome.summary());
            case BUSY -> dueTimes.giveBack(job.name(), dueAt);
        }
    }

    /** What fell due while it ran is not made up for. */
    private void end(JobFile job, Instant dueAt, DueTime.State state, String note) {
        dueTimes.end(job.name(), dueAt, state, note);
        if (state == DueTime.State.COMPLETED) {
            Owed.passed(job, dueAt, clock.instant())
                    .ifPresent(
                            over -> dueTimes.put(job.name(), over.dueAt(), DueTime.State.OVERLAP, over.passedOver()));
        }
    }

    private Owed owed(JobFile job, Instant start) {
        Instant now = clock.instant();
        var last = ledger.lastStart(job.name());
        Optional<Instant> ran = last.map(JobLedger.Last::startedAt).filter(at -> !at.isAfter(now));
        Instant since = Stream.concat(ran.stream(), ledger.firstImport().stream())
                .findFirst()
                .orElse(start);
        return Owed.of(
                job,
                dueTimes.newest(job.name(), now),
                since,
                new Owed.Wish(
                        ledger.asked(job.name()),
                        ledger.paused().contains(job.name()),
                        last.filter(JobLedger.Last::running).isPresent()),
                now);
    }

    private void write(Lease mine, Runnable words) {
        transaction.executeWithoutResult(status -> {
            leases.fence(mine);
            words.run();
        });
    }
}
