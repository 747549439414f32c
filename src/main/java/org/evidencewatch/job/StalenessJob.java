package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.evidencewatch.alert.Staleness;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the alerts up to date, then delivers what there is to tell. A failed delivery is not a failed run. */
@Component
final class StalenessJob implements NamedJob {

    /** Longer than any delivery takes. */
    private static final Duration TERM = Duration.ofMinutes(15);

    private static final String AS_OF = "as-of";
    private static final String RUN = "run";
    private static final String SUMMARY = "summary";

    private final Staleness staleness;
    private final Delivery delivery;
    private final JobLedger ledger;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Clock clock;
    private final Job job;

    StalenessJob(
            Staleness staleness,
            Delivery delivery,
            JobLedger ledger,
            Leases leases,
            TransactionTemplate transaction,
            JobOperator operator,
            JobRepository repository,
            Clock clock) {
        this.staleness = staleness;
        this.delivery = delivery;
        this.ledger = ledger;
        this.leases = leases;
        this.transaction = transaction;
        this.operator = operator;
        this.repository = repository;
        this.clock = clock;
        this.job = job(repository);
    }

    @Override
    public String name() {
        return "staleness";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return leases.acquire(name(), TERM)
                .map(lease -> run(parameters, lease))
                .orElseGet(() -> new JobOutcome(true, "skipped: another process is checking"));
    }

    private JobOutcome run(Map<String, String> parameters, Lease lease) {
        try {
            // With the lease in hand, whatever the engine thinks is running was left by a process that died.
            repository.findRunningJobExecutions(name()).forEach(operator::recover);
            return check(parameters);
        } finally {
            leases.release(lease);
        }
    }

    private JobOutcome check(Map<String, String> parameters) {
        var asOf = clock.instant();
        long run = transaction.execute(status -> {
            ledger.abandonUnfinished(name(), asOf);
            return ledger.begin(name(), parameters, asOf);
        });
        var outcome = outcome(run, asOf);
        transaction.executeWithoutResult(status -> ledger.end(run, clock.instant(), outcome));
        return outcome;
    }

    private JobOutcome outcome(long run, Instant asOf) {
        try {
            var started = operator.start(
                    job,
                    new JobParametersBuilder()
                            .addLong(RUN, run)
                            .addString(AS_OF, asOf.toString())
                            .toJobParameters());
            return started.getStatus() == BatchStatus.COMPLETED
                    ? new JobOutcome(true, started.getExecutionContext().getString(SUMMARY))
                    : new JobOutcome(false, failure(started));
        } catch (JobExecutionException e) {
            return new JobOutcome(false, String.valueOf(e.getMessage()));
        }
    }

    private Job job(JobRepository repository) {
        // No transaction around the tasklet: alerts and outbox bring their own, and mail servers are waited for.
        var step = new StepBuilder("check-and-deliver", repository)
                .tasklet(this::checkAndDeliver, new ResourcelessTransactionManager())
                .build();
        return new JobBuilder(name(), repository).start(step).build();
    }

    private RepeatStatus checkAndDeliver(StepContribution step, ChunkContext chunk) {
        var execution = step.getStepExecution().getJobExecution();
        var asOf = Instant.parse(String.valueOf(execution.getJobParameters().getString(AS_OF)));
        var report = staleness.check(asOf);
        var delivered = delivery.deliverDue(asOf);
        execution.getExecutionContext().putString(SUMMARY, report.summary() + "; " + delivered.summary());
        return RepeatStatus.FINISHED;
    }

    private static String failure(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(Throwable::toString)
                .orElseGet(() -> String.valueOf(execution.getStatus()));
    }
}
