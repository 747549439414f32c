package org.evidencewatch.job;

import java.time.Clock;
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
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out jobs of one step that may be done again from their start: one at a time of each name over all processes, each as a
 * run of the ledger and an execution of the engine.
 */
@Component
class OneStepJobs {

    private static final String AS_OF = "as-of";
    private static final String RUN = "run";
    private static final String SUMMARY = "summary";

    private final HeldLeases held;
    private final Leases leases;
    private final JobLedger ledger;
    private final TransactionTemplate transaction;
    private final JobOperator operator;
    private final JobRepository repository;
    private final EngineRecords engine;
    private final Clock clock;

    OneStepJobs(
            HeldLeases held,
            Leases leases,
            JobLedger ledger,
            TransactionTemplate transaction,
            JobOperator operator,
            JobRepository repository,
            EngineRecords engine,
            Clock clock) {
        this.held = held;
        this.leases = leases;
        this.ledger = ledger;
        this.transaction = transaction;
        this.operator = operator;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Does a piece of work now. There is no transaction around it: it brings its own.
     *
     * @param work as of a time; answers with one line for people, and throws where it fails
     */
    JobOutcome run(String name, Map<String, String> parameters, Function<Instant, String> work) {
        return held.hold(name, lease -> underLease(lease, parameters, work))
                .orElseGet(() -> JobOutcome.busy("another process is at it"));
    }

    private JobOutcome underLease(Lease lease, Map<String, String> parameters, Function<Instant, String> work) {
        String name = lease.name();
        // With the lease in hand, whatever the engine thinks is running was left by a process that died.
        repository.findRunningJobExecutions(name).forEach(operator::recover);
        engine.removeUnstarted(name);
        Instant asOf = clock.instant();
        long run = transaction.execute(status -> {
            ledger.abandonUnfinished(name, asOf);
            return ledger.begin(name, parameters, asOf);
        });
        var outcome = outcome(job(name, work), run, asOf);
        transaction.executeWithoutResult(status -> {
            leases.fence(lease);
            ledger.end(run, clock.instant(), outcome);
        });
        return outcome;
    }

    private JobOutcome outcome(Job job, long run, Instant asOf) {
        var parameters = new JobParametersBuilder()
                .addLong(RUN, run)
                .addString(AS_OF, asOf.toString())
                .toJobParameters();
        try {
            var started = operator.start(job, parameters);
            return started.getStatus() == BatchStatus.COMPLETED
                    ? new JobOutcome(true, started.getExecutionContext().getString(SUMMARY))
                    : new JobOutcome(false, failure(started));
        } catch (JobExecutionException e) {
            return new JobOutcome(false, String.valueOf(e.getMessage()));
        }
    }

    private Job job(String name, Function<Instant, String> work) {
        var step = new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            var execution = contribution.getStepExecution().getJobExecution();
                            Instant asOf = Instant.parse(
                                    String.valueOf(execution.getJobParameters().getString(AS_OF)));
                            execution.getExecutionContext().putString(SUMMARY, work.apply(asOf));
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
        return new JobBuilder(name, repository).start(step).build();
    }

    private static String failure(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(Throwable::toString)
                .orElseGet(() -> String.valueOf(execution.getStatus()));
    }
}
