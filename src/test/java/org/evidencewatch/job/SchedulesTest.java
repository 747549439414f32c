package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class SchedulesTest {

    private static final Instant NOW = Instant.parse("2026-06-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final JobFile NIGHTLY =
            new JobFile("refresh", "10 2 * * *", ZoneId.of("UTC"), Map.of("all", "true"), "Reads.");

    private final Recorder job = new Recorder();
    private JdbcClient db;
    private JobLedger ledger;
    private Jobs jobs;
    private Schedules schedules;

    /** A job that says when it was run, and ends when it is let go. */
    private static final class Recorder implements NamedJob {

        private final LinkedBlockingQueue<Map<String, String>> runs = new LinkedBlockingQueue<>();
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean stopped;
        private volatile boolean broken;

        @Override
        public String name() {
            return "refresh";
        }

        @Override
        public JobOutcome run(Map<String, String> parameters) {
            runs.add(parameters);
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return new JobOutcome(true, "done");
        }

        @Override
        public void stop() {
            stopped = true;
            held.countDown();
        }

        Map<String, String> next() throws InterruptedException {
            var run = runs.poll(10, TimeUnit.SECONDS);
            assertThat(run).as("a run").isNotNull();
            return run;
        }
    }

    @BeforeEach
    void setUp() {
        db = JdbcClient.create(TestDatabase.fresh());
        ledger = new JobLedger(db, JsonMapper.shared());
        jobs = jobs(List.of(NIGHTLY), CLOCK);
        schedules = new Schedules(jobs, new JobFiles(List.of(NIGHTLY), List.of()), ledger, CLOCK);
    }

    @AfterEach
    void stop() throws InterruptedException {
        schedules.destroy();
    }

    @Test
    void missedNightsAreCaughtUpOnce() throws InterruptedException {
        recordRun(NOW.minus(Duration.ofDays(400)), "completed");

        assertThat(schedules.start()).isEmpty();

        assertThat(job.next()).isEqualTo(Map.of("all", "true"));
        schedules.destroy();
        assertThat(job.runs).isEmpty();
    }

    @Test
    void nothingIsCaughtUpAfterTheNightRan() throws InterruptedException {
        recordRun(NOW.minus(Duration.ofHours(8)), "completed");

        schedules.start();
        schedules.destroy();

        assertThat(job.runs).isEmpty();
    }

    @Test
    void runThatWasCutOffIsStartedAgain() throws InterruptedException {
        recordRun(NOW.minus(Duration.ofHours(1)), "running");

        schedules.start();

        assertThat(job.next()).isNotNull();
    }

    @Test
    void replayedNightIsNoRunOfTheSchedule() {
        recordRun(NOW.minus(Duration.ofHours(1)), "completed");
        db.sql("update run set replay = true").update();

        assertThat(ledger.last("refresh")).isEmpty();
    }

    @Test
    void firstNightIsOwedOnlyOnceThereWasSomethingToRead() {
        assertThat(Missed.owes(NIGHTLY, ledger.last("refresh"), ledger.firstImport(), NOW))
                .isFalse();

        db.sql("insert into import_file (name, format, digest, at) values ('a', 'json', 'd', '2026-06-28 11:00+00')")
                .update();
        assertThat(Missed.owes(NIGHTLY, ledger.last("refresh"), ledger.firstImport(), NOW))
                .isFalse();
        assertThat(Missed.owes(NIGHTLY, ledger.last("refresh"), ledger.firstImport(), NOW.plus(Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void pausedJobIsPassedOverUntilItIsResumed() throws InterruptedException {
        assertThat(jobs.pause("refresh")).isTrue();
        schedules.due(NIGHTLY);
        assertThat(jobs.list())
                .singleElement()
                .satisfies(status -> assertThat(status.paused()).isTrue());

        assertThat(jobs.resume("refresh")).isTrue();
        schedules.due(NIGHTLY);

        job.next();
        schedules.destroy();
        assertThat(job.runs).isEmpty();
    }

    @Test
    void unknownJobCannotBePausedOrRun() {
        assertThat(jobs.pause("reffresh")).isFalse();
        assertThat(jobs.run("reffresh")).isEmpty();
        assertThat(db.sql("select count(*) from job_state").query(Long.class).single())
                .isZero();
    }

    @Test
    void jobDoesNotOverlapItself() throws InterruptedException {
        job.held = new CountDownLatch(1);
        schedules.due(NIGHTLY);
        job.next();

        schedules.due(NIGHTLY);
        job.held.countDown();
        schedules.destroy();

        assertThat(job.runs).isEmpty();
    }

    @Test
    void stopAsksRunsUnderWayToEndAndWaitsForThem() throws InterruptedException {
        job.held = new CountDownLatch(1);
        schedules.due(NIGHTLY);
        job.next();

        schedules.destroy();

        assertThat(job.stopped).isTrue();
    }

    @Test
    void dueTimeStartsTheJob() throws InterruptedException {
        var everyMinute = new JobFile("refresh", "* * * * *", ZoneId.of("UTC"), Map.of(), "Reads.");
        var soon = schedules(List.of(everyMinute), startingAt(Instant.parse("2026-06-28T12:00:59.900Z")));

        soon.start();

        assertThat(job.next()).isEmpty();
        soon.destroy();
    }

    @Test
    void runThatThrowsStopsNoLaterRun() {
        job.broken = true;

        await().until(() -> {
            schedules.due(NIGHTLY);
            return job.runs.size() > 1;
        });
    }

    @Test
    void timerThatRingsEarlyDoesNotRunANightTwice() {
        var due = Instant.parse("2026-06-28T02:10:00Z");
        var context = new org.springframework.scheduling.support.SimpleTriggerContext(due, due, null);
        var early = Clock.fixed(due.minusMillis(3), ZoneOffset.UTC);

        assertThat(new Due(NIGHTLY, early).nextExecution(context)).isEqualTo("2026-06-29T02:10:00Z");
    }

    @Test
    void nothingStartsWhileAFileIsWrong() {
        recordRun(NOW.minus(Duration.ofDays(2)), "completed");
        var stray = new JobFile("stray", "10 2 * * *", ZoneId.of("UTC"), Map.of(), "Strays.");
        var wrong = schedules(List.of(NIGHTLY, stray), CLOCK);

        assertThat(wrong.start())
                .extracting(JobFileError::toString)
                .containsExactly("stray.yaml:1: there is no job 'stray'; there are [refresh]");
        assertThat(job.runs).isEmpty();
    }

    private Jobs jobs(List<JobFile> files, Clock clock) {
        return new Jobs(new JobFiles(files, List.of()), List.of(job), ledger, clock);
    }

    private Schedules schedules(List<JobFile> files, Clock clock) {
        return new Schedules(jobs(files, clock), new JobFiles(files, List.of()), ledger, clock);
    }

    /** The system's clock, moved so that it shows this time now. */
    private static Clock startingAt(Instant time) {
        var system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), time));
    }

    private void recordRun(Instant at, String state) {
        db.sql("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values ('refresh', '{}', :at, :at, case when :state <> 'running' then :at end, :state)
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("state", state)
                .update();
    }
}
