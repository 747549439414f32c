package org.evidencewatch.job;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads history again with today's extractor, as its sentence: read again what it has not read (and keep that, when it is
 * adopted), judge each source's captures once more, report. The only job that touches history; it adds readings and changes
 * nothing. It alarms nobody.
 *
 * <p>What is left to read is what has no row: a run that was cut off is not continued, and the next one reads only the rest.
 * It has no schedule, for history is read again when a release reads otherwise, and because somebody wants to know.
 */
@Component
public class Reextract {

    static final String NAME = "reextract";

    private static final Logger LOG = LoggerFactory.getLogger(Reextract.class);
    private static final int AT_ONCE = 20;

    private final ReadingLease lease;
    private final Leases leases;
    private final JobLedger ledger;
    private final JobOperator operator;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StoredHistory history;
    private final SourceReplay replay;
    private final Readings readings;
    private final Extractions extractions;
    private final Clock clock;

    Reextract(
            ReadingLease lease,
            Leases leases,
            JobLedger ledger,
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            StoredHistory history,
            SourceReplay replay,
            Readings readings,
            Extractions extractions,
            Clock clock) {
        this.lease = lease;
        this.leases = leases;
        this.ledger = ledger;
        this.operator = operator;
        this.repository = repository;
        this.transactions = transactions;
        this.history = history;
        this.replay = replay;
        this.readings = readings;
        this.extractions = extractions;
        this.clock = clock;
    }

    /** How a request ended. */
    public sealed interface Outcome {

        /** The run came to its end. */
        record Completed(ReextractReport report) implements Outcome {}

        /** The run stopped short; the readings that it kept stand. */
        record Failed(long run, String why) implements Outcome {}

        /** Another run is reading; nothing was done. */
        record Busy() implements Outcome {}
    }

    /** One run, with what it has found so far. */
    private record Work(ReextractRequest request, Lease lease, ReextractTally tally, Progress progress) {}

    /** Reads history again. */
    public Outcome run(ReextractRequest request, Progress progress) {
        return lease.hold(held -> carryOut(new Work(request, held, new ReextractTally(), progress)))
                .orElseGet(Outcome.Busy::new);
    }

    private Outcome carryOut(Work work) {
        long start = System.nanoTime();
        try {
            return underWay(work, start);
        } catch (LeaseLost e) {
            LOG.error("reading again was taken over by another process", e);
            return new Outcome.Failed(0, "another process took it over");
        }
    }

    private Outcome underWay(Work work, long start) {
        // With the lease in hand, whatever the engine thinks is running was left by a process that died.
        repository.findRunningJobExecutions(NAME).forEach(operator::recover);
        long run = transaction().execute(status -> begin(work.request()));
        var outcome = launch(run, work);
        transaction().executeWithoutResult(status -> {
            leases.fence(work.lease());
            ledger.end(run, clock.instant(), outcome);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return outcome.success()
                ? new Outcome.Completed(work.tally()
                        .report(run, readings.version(), work.request().adopt(), seconds))
                : new Outcome.Failed(run, outcome.summary());
    }

    private long begin(ReextractRequest request) {
        ledger.abandonUnfinished(NAME, clock.instant());
        return ledger.begin(NAME, request.identity(), clock.instant());
    }

    private JobOutcome launch(long run, Work work) {
        try {
            var parameters = new JobParametersBuilder().addLong("run", run).toJobParameters();
            var status = operator.start(job(work), parameters).getStatus();
            return status == BatchStatus.COMPLETED
                    ? new JobOutcome(true, work.request().adopt() ? "adopted" : "reported")
                    : new JobOutcome(false, "the engine ended it before its end; the log says why");
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the engine refused to carry out run " + run, e);
        }
    }

    private Job job(Work work) {
        return new JobBuilder(NAME, repository)
                .start(readAgain(work))
                .next(judgeAgain(work))
                .build();
    }

    private Step readAgain(Work work) {
        var last = new AtomicLong();
        return step("readAgain", work, () -> {
            var next = work.request().adopt()
                    ? history.unread(work.request(), readings.version(), last.get(), AT_ONCE)
                    : List.<Long>of();
            keep(next, work);
            next.stream().reduce((a, b) -> b).ifPresent(last::set);
            return !next.isEmpty();
        });
    }

    private Step judgeAgain(Work work) {
        var last = new AtomicLong();
        return step("judgeAgain", work, () -> {
            if (last.get() == 0) {
                work.progress().planned(Purpose.REFRESH, history.captures(work.request()));
            }
            var next = history.source(work.request(), last.get());
            next.ifPresent(source -> {
                last.set(source.id());
                work.progress().filed(Purpose.REFRESH, replay.replay(work.request(), source, work.tally()), 0);
            });
            return next.isPresent();
        });
    }

    private void keep(List<Long> captures, Work work) {
        var kept = captures.stream().flatMap(id -> read(id).stream()).toList();
        extractions.save(kept);
        work.tally().kept(kept.size());
    }

    /** A page on which the extractor fails is left as it was read before. */
    private List<Extractions.Of> read(long id) {
        try {
            var reading = readings.anew(id).own();
            var text = ContentDigest.of(reading.comparisonText());
            return List.of(new Extractions.Of(id, reading, text, clock.instant()));
        } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
            LOG.error("capture {} cannot be read again", id, e);
            return List.of();
        }
    }

    /** A step that does one piece of its work in a transaction of its own until there is none left. */
    private Step step(String name, Work work, Piece piece) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            leases.fence(work.lease());
                            return RepeatStatus.continueIf(piece.done());
                        },
                        transactions)
                .build();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Does a piece of work; false when there was none left. */
    @FunctionalInterface
    private interface Piece {
        boolean done();
    }
}
