package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Starts each job when its file says so. A job never overlaps itself in a process, a paused job is passed over, and a
 * run that fails or throws stops no schedule. Does nothing until {@link #start()}.
 */
@Component
public class Schedules implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final JobFiles files;
    private final JobLedger ledger;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolTaskScheduler ticks = new ThreadPoolTaskScheduler();
    private final ExecutorService runs = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("job-", 1).factory());

    Schedules(Jobs jobs, JobFiles files, JobLedger ledger, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Sets up every schedule, and runs once what fell due while nobody was there. To be called once.
     *
     * @return what is wrong with the job files; unless it is empty, nothing was started
     */
    public List<JobFileError> start() {
        var errors = jobs.errors();
        if (errors.isEmpty()) {
            ticks.setThreadNamePrefix("schedule-");
            ticks.setClock(clock);
            ticks.setErrorHandler(error -> LOG.error("a schedule could not start its job", error));
            ticks.initialize();
            files.jobs().forEach(this::schedule);
        }
        return errors;
    }

    /** Starts nothing more, asks the runs under way to end, and waits half a minute for them. */
    @Override
    public void destroy() throws InterruptedException {
        ticks.shutdown();
        underWay.forEach(jobs::stop);
        runs.shutdown();
        if (!runs.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("still running, interrupted, to be continued at the next start: {}", underWay);
            runs.shutdownNow();
        }
    }

    /** What a due time does. */
    void due(JobFile job) {
        if (ledger.paused().contains(job.name())) {
            LOG.info("{} is paused: passed over", job.name());
        } else if (underWay.add(job.name())) {
            runs.execute(() -> run(job));
        } else {
            LOG.warn("{} is due and still runs: skipped", job.name());
        }
    }

    private void schedule(JobFile job) {
        if (ticks.schedule(() -> due(job), new Due(job, clock)) == null) {
            LOG.warn("{} never comes due", job.name());
        }
        if (Missed.owes(job, ledger.last(job.name()), ledger.firstImport(), clock.instant())) {
            LOG.warn("{} was due while nothing ran here, or was cut off: started once", job.name());
            due(job);
        }
    }

    private void run(JobFile job) {
        try {
            var outcome = jobs.run(job.name()).orElseThrow();
            if (outcome.success()) {
                LOG.info("{}: {}", job.name(), outcome.summary());
            } else {
                LOG.error("{} failed: {}", job.name(), outcome.summary());
            }
        } catch (RuntimeException e) {
            LOG.error("{} failed", job.name(), e);
        } finally {
            underWay.remove(job.name());
        }
    }
}
