package org.evidencewatch.job;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Starts a run with the engine, or goes on with it where a dead process left it. Call only with the reading lease:
 * the engine itself cannot tell a dead process from a slow one.
 */
@Component
class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Map<String, Job> jobs;

    Launcher(JobOperator operator, JobRepository repository, List<Job> jobs) {
        this.operator = operator;
        this.repository = repository;
        this.jobs = jobs.stream().collect(Collectors.toMap(Job::getName, Function.identity()));
    }

    /** Carries a run out to its end, and says how it ended. */
    BatchStatus launch(Run run) {
        var parameters = parameters(run);
        repairInstance(run, parameters);
        var last = repository.getLastJobExecution(run.job(), parameters);
        try {
            if (last == null) {
                return operator.start(job(run), parameters).getStatus();
            }
            if (last.getStatus() == BatchStatus.COMPLETED) {
                return BatchStatus.COMPLETED;
            }
            return operator.restart(recovered(last)).getStatus();
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the engine refused to carry out run " + run.id(), e);
        }
    }

    /** Ends what the engine thinks is running of a run that will not go on. */
    void abandon(Run run) {
        repairInstance(run, parameters(run));
        var last = repository.getLastJobExecution(run.job(), parameters(run));
        if (last != null) {
            recovered(last);
        }
    }

    /** Asks the engine to end a run under way in this process after its present chunk. */
    void stop(Run run) {
        var last = repository.getLastJobExecution(run.job(), parameters(run));
        try {
            if (last != null && last.isRunning()) {
                operator.stop(last);
            }
        } catch (JobExecutionNotRunningException e) {
            LOG.info("run {} ended before it could be stopped", run.id(), e);
        }
    }

    private JobExecution recovered(JobExecution last) {
        if (!last.isRunning() && last.getStatus() != BatchStatus.UNKNOWN) {
            return last;
        }
        LOG.info("recovering execution {} of a process that died", last.getId());
        return operator.recover(last);
    }

    /** A crash between the engine's two inserts leaves an instance that it can neither start nor restart. */
    private void repairInstance(Run run, JobParameters parameters) {
        var instance = repository.getJobInstance(run.job(), parameters);
        if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
            LOG.info("removing instance {} that has no execution", instance.getInstanceId());
            repository.deleteJobInstance(instance);
        }
    }

    private Job job(Run run) {
        var job = jobs.get(run.job());
        if (job == null) {
            throw new IllegalArgumentException("no job is named " + run.job());
        }
        return job;
    }

    private static JobParameters parameters(Run run) {
        return new JobParametersBuilder().addLong("run", run.id()).toJobParameters();
    }
}
