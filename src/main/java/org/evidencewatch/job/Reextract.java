package org.evidencewatch.job;

import java.time.Clock;
import org.evidencewatch.extract.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads history again with today's extractor, and reports what that would have changed. The only job that touches history;
 * it adds readings and changes nothing. It alarms nobody.
 *
 * <p>What is left to read is what has no row: a run that was cut off is not continued, and the next one reads only the rest.
 * It has no schedule, for history is read again when a release reads otherwise, and because somebody wants to know.
 */
@Component
public class Reextract {

    static final String NAME = "reextract";

    private static final Logger LOG = LoggerFactory.getLogger(Reextract.class);

    private final HeldLeases held;
    private final Leases leases;
    private final JobLedger ledger;
    private final JobOperator operator;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final ReextractJob job;
    private final Readings readings;
    private final Clock clock;

    Reextract(
            HeldLeases held,
            Leases leases,
            JobLedger ledger,
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            ReextractJob job,
            Readings readings,
            Clock clock) {
        this.held = held;
        this.leases = leases;
        this.ledger = ledger;
        this.operator = operator;
        this.repository = repository;
        this.transactions = transactions;
        this.job = job;
        this.readings = readings;
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

    /** Reads history again. */
    public Outcome run(ReextractRequest request, Progress progress) {
        return held.hold(
                        HeldLeases.READING,
                        lease -> carryOut(new ReextractJob.Work(request, lease, new ReextractTally(), progress)))
                .orElseGet(Outcome.Busy::new);
    }

    private Outcome carryOut(ReextractJob.Work work) {
        long start = System.nanoTime();
        try {
            return underWay(work, start);
        } catch (LeaseLost e) {
            LOG.error("reading again was taken over by another process", e);
            return new Outcome.Failed(0, "another process took it over");
        }
    }

    private Outcome underWay(ReextractJob.Work work, long start) {
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

    private JobOutcome launch(long run, ReextractJob.Work work) {
        try {
            var parameters = new JobParametersBuilder().addLong("run", run).toJobParameters();
            var status = operator.start(job.of(work), parameters).getStatus();
            return status == BatchStatus.COMPLETED
                    ? new JobOutcome(true, work.request().adopt() ? "adopted" : "reported")
                    : new JobOutcome(false, "the engine ended it before its end; the log says why");
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the engine refused to carry out run " + run, e);
        }
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
