package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs short jobs of one step: under a lease of the job's name, in the ledger, and by the engine. */
@Component
final class OneStep {

    private static final String AS_OF = "as-of";
    private static final String RUN = "run";
    private static final String SUMMARY = "summary";

    private final JobLedger ledger;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Clock clock;

    OneStep(
            JobLedger ledger,
            Leases leases,
            TransactionTemplate transaction,
            JobOperator operator,
            JobRepository repository,
            Clock clock) {
        this.ledger = ledger;
        this.leases = leases;
        this.transaction = transaction;
        this.operator = operator;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Does the work once, unless another process does it now.
     *
     * @param term longer than the work takes
     * @param work takes the time of the run and returns one line for people; it brings its own transactions
     */
    JobOutcome run(String name, Duration term, Map<String, String> parameters, Function<Instant, String> work) {
        return leases.acquire(name, term)
                .map(lease -> run(name, parameters, work, lease))
                .orElseGet(() -> new JobOutcome(true, "skipped: another process is at it"));
    }

    private JobOutcome run(String name, Map<String, String> parameters, Function<Instant, String> work, Lease lease) {
        try {
            // With the lease in hand, whatever the engine thinks is running was left by a process that died.
            repository.findRunningJobExecutions(name).forEach(operator::recover);
            var asOf = clock.instant();
            long run = transaction.execute(status -> {
                ledger.abandonUnfinished(name, asOf);
                return ledger.begin(name, parameters, asOf);
            });
            var outcome = outcome(job(name, work), run, asOf);
            transaction.executeWithoutResult(status -> ledger.end(run, clock.instant(), outcome));
            return outcome;
        } finally {
            leases.release(lease);
        }
    }

    private JobOutcome outcome(Job job, long run, Instant asOf) {
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

    private Job job(String name, Function<Instant, String> work) {
        // No transaction around the tasklet: the work brings its own, and may wait for other servers.
        var step = new StepBuilder(name, repository)
                .tasklet((contribution, chunk) -> done(contribution, work), new ResourcelessTransactionManager())
                .build();
        return new JobBuilder(name, repository).start(step).build();
    }

    private static RepeatStatus done(StepContribution step, Function<Instant, String> work) {
        var execution = step.getStepExecution().getJobExecution();
        var asOf = Instant.parse(String.valueOf(execution.getJobParameters().getString(AS_OF)));
        execution.getExecutionContext().putString(SUMMARY, work.apply(asOf));
        return RepeatStatus.FINISHED;
    }

    private static String failure(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(Throwable::toString)
                .orElseGet(() -> String.valueOf(execution.getStatus()));
    }
}
