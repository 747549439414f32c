package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Carries out each job when its file says so, whichever process of the database gets to it first: each due time once, or recorded as
 * passed over. A run that fails or throws stops no schedule. Does nothing until {@link #start()}.
 */
@Component
public class Schedules implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final int PATIENCE_SECONDS = 30;

    private final Jobs jobs;
    private final JobFiles files;
    private final Attendance attendance;
    private final SoundClock sound;
    private final Clock clock;
    private final Duration tick;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolTaskScheduler ticks = new ThreadPoolTaskScheduler();
    private volatile List<Future<?>> looks = List.of();
    private volatile boolean ending;

    /** @param tick how often each schedule looks at the clock */
    Schedules(
            Jobs jobs,
            JobFiles files,
            Attendance attendance,
            SoundClock sound,
            Clock clock,
            @Value("${evidence.jobs.tick:PT5S}") Duration tick) {
        this.jobs = jobs;
        this.files = files;
        this.attendance = attendance;
        this.sound = sound;
        this.clock = clock;
        this.tick = tick;
    }

    /**
     * Lets every schedule look at the clock from now on; what fell due while nobody was there is carried out once. To be called
     * once.
     *
     * @return what is wrong with the job files; unless it is empty, nothing was started
     */
    public List<JobFileError> start() {
        var errors = jobs.errors();
        if (errors.isEmpty() && !files.jobs().isEmpty()) {
            Instant start = clock.instant();
            ticks.setThreadNamePrefix("job-");
            ticks.setPoolSize(files.jobs().size());
            ticks.setWaitForTasksToCompleteOnShutdown(true);
            ticks.setAwaitTerminationSeconds(PATIENCE_SECONDS);
            ticks.initialize();
            looks = files.jobs().stream()
                    .<Future<?>>map(job -> ticks.scheduleWithFixedDelay(() -> look(job, start), tick))
                    .toList();
        }
        return errors;
    }

    /** Starts nothing more, asks the runs under way to end, and waits half a minute for them. */
    @Override
    public void destroy() {
        ending = true;
        looks.forEach(look -> look.cancel(false));
        underWay.forEach(jobs::stop);
        ticks.shutdown();
        if (!underWay.isEmpty()) {
            LOG.warn("still running, to be gone on with at the next start: {}", underWay);
        }
    }

    /** Carries out what is owed now. Whatever goes wrong, the next look comes. */
    void look(JobFile job, Instant start) {
        try {
            if (!ending && sound.agrees()) {
                attendance.attend(job, jobs.lease(job.name()), start, this::run);
            }
        } catch (RuntimeException e) {
            LOG.error("the schedule of {} could not do its work this time", job.name(), e);
        }
    }

    private JobOutcome run(JobFile job) {
        underWay.add(job.name());
        try {
            var outcome = outcome(job);
            if (outcome.success()) {
                LOG.info("{}: {}", job.name(), outcome.summary());
            } else {
                LOG.error("{} did not come to its end: {}", job.name(), outcome.summary());
            }
            return outcome;
        } finally {
            underWay.remove(job.name());
        }
    }

    private JobOutcome outcome(JobFile job) {
        try {
            return Optional.of(job.name()).flatMap(jobs::run).orElseThrow();
        } catch (RuntimeException e) {
            LOG.error("{} failed", job.name(), e);
            return new JobOutcome(false, String.valueOf(e.getMessage()));
        }
    }
}
