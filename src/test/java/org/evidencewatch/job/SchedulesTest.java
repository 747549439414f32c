package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class SchedulesTest {

    private static final Instant NOW = Instant.parse("2026-06-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final JobFile NIGHTLY = file("refresh", "10 2 * * *", Map.of("all", "true"));

    private final Recorder job = new Recorder();
    private static final Duration TICK = Duration.ofMillis(50);

    private DataSource database;
    private JdbcClient db;
    private DueTimes dueTimes;
    private JobLedger ledger;
    private Jobs jobs;
    private Schedules schedules;

    /** A job that says when it was run, and ends when it is let go. */
    private static final class Recorder implements NamedJob {

        private final LinkedBlockingQueue<Map<String, String>> runs = new LinkedBlockingQueue<>();
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean stopped;
        private volatile boolean broken;
        private volatile JobOutcome outcome = new JobOutcome(true, "done");
        private volatile Runnable meanwhile = () -> {};

        @Override
        public String name() {
            return "refresh";
        }

        @Override
        public JobOutcome run(Map<String, String> parameters) {
            runs.add(parameters);
            meanwhile.run();
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return outcome;
        }

        @Override
        public String lease() {
            return HeldLeases.READING;
        }

        @Override
        public Optional<String> objection(String parameter, String value) {
            return Optional.empty();
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
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        dueTimes = new DueTimes(db);
        ledger = new JobLedger(db, JsonMapper.shared());
        jobs = jobs(List.of(NIGHTLY), CLOCK);
        schedules = schedules(List.of(NIGHTLY), CLOCK);
    }

    @AfterEach
    void stop() {
        job.held.countDown();
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
    void runThatIsStillUnderWayIsLeftAlone() {
        recordRun(NOW.minus(Duration.ofHours(1)), "running");
        new Leases(db).acquire(HeldLeases.READING, Duration.ofMinutes(1));

        look(NIGHTLY, CLOCK);

        assertThat(job.runs).isEmpty();
    }

    @Test
    void replayedNightIsNoRunOfTheSchedule() {
        recordRun(NOW.minus(Duration.ofHours(1)), "completed");
        db.sql("update run set replay = true").update();

        assertThat(ledger.last("refresh")).isEmpty();
    }

    @Test
    void firstNightIsOwedOnlyOnceThereWasSomethingToRead() {
        look(NIGHTLY, CLOCK);
        assertThat(job.runs).isEmpty();

        db.sql("insert into import_file (name, format, digest, at) values ('a', 'json', 'd', '2026-06-28 11:00+00')")
                .update();
        look(NIGHTLY, CLOCK);
        assertThat(job.runs).isEmpty();

        look(NIGHTLY, Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        assertThat(job.runs).hasSize(1);
    }

    @Test
    void pausedJobIsPassedOverUntilItIsResumed() {
        recordRun(NOW.minus(Duration.ofDays(3)), "completed");
        assertThat(jobs.pause("refresh")).isTrue();
        look(NIGHTLY, CLOCK);
        assertThat(dueTimes.page("refresh", 9)).singleElement().satisfies(due -> {
            assertThat(due.state()).isEqualTo(DueTime.State.PAUSED);
            assertThat(due.passedOver()).isEqualTo(2);
        });

        assertThat(jobs.resume("refresh")).isTrue();
        look(NIGHTLY, CLOCK);
        assertThat(job.runs).isEmpty();
        look(NIGHTLY, Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        assertThat(job.runs).hasSize(1);
    }

    @Test
    void whoAsksForARunGetsOneAlsoWhileTheJobIsPaused() {
        recordRun(NOW.minus(Duration.ofHours(8)), "completed");
        jobs.pause("refresh");
        assertThat(jobs.ask("refresh")).isTrue();

        look(NIGHTLY, CLOCK);
        look(NIGHTLY, CLOCK);

        assertThat(job.runs).hasSize(1);
        assertThat(jobs.dueTimes("refresh", 9))
                .singleElement()
                .satisfies(due -> assertThat(due.dueAt()).isEqualTo(NOW));
    }

    @Test
    void unknownJobCannotBePausedOrRun() {
        assertThat(jobs.ask("reffresh")).isFalse();
        assertThat(jobs.pause("reffresh")).isFalse();
        assertThat(jobs.run("reffresh")).isEmpty();
        assertThat(db.sql("select count(*) from job_state").query(Long.class).single())
                .isZero();
    }

    @Test
    void oneOfTwoSchedulersCarriesOutADueTime() throws InterruptedException {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        job.held = new CountDownLatch(1);
        var other = schedules(List.of(NIGHTLY), CLOCK);
        schedules.start();
        job.next();

        other.start();
        other.look(NIGHTLY, NOW);
        job.held.countDown();
        schedules.destroy();
        other.look(NIGHTLY, NOW);
        other.destroy();

        assertThat(job.runs).isEmpty();
        assertThat(dueTimes.page("refresh", 9)).singleElement().satisfies(due -> {
            assertThat(due.dueAt()).isEqualTo("2026-06-28T02:10:00Z");
            assertThat(due.state()).isEqualTo(DueTime.State.COMPLETED);
        });
    }

    @Test
    void whatFellDueWhileItRanIsPassedOver() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        var nights = new AtomicReference<>(NOW);
        job.meanwhile = () -> nights.set(NOW.plus(Duration.ofDays(3)));

        look(NIGHTLY, moving(nights));
        look(NIGHTLY, moving(nights));

        assertThat(job.runs).hasSize(1);
        assertThat(dueTimes.page("refresh", 9))
                .extracting(DueTime::dueAt, DueTime::state, DueTime::passedOver)
                .containsExactly(
                        tuple(Instant.parse("2026-07-01T02:10:00Z"), DueTime.State.OVERLAP, 2),
                        tuple(Instant.parse("2026-06-28T02:10:00Z"), DueTime.State.COMPLETED, 0));
    }

    @Test
    void whatWasBegunByAProcessThatDiedIsGoneOnWith() {
        dueTimes.put("refresh", Instant.parse("2026-06-28T02:10:00Z"), DueTime.State.STARTED, 0);

        look(NIGHTLY, CLOCK);

        assertThat(job.runs).hasSize(1);
        assertThat(dueTimes.page("refresh", 9)).singleElement().satisfies(due -> {
            assertThat(due.state()).isEqualTo(DueTime.State.COMPLETED);
            assertThat(due.attempts()).isEqualTo(2);
        });
    }

    @Test
    void whatWasDoneWhenItsProcessDiedIsNotDoneAgain() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        dueTimes.put("refresh", Instant.parse("2026-06-28T02:10:00Z"), DueTime.State.STARTED, 0);
        recordRun(Instant.parse("2026-06-28T02:10:03Z"), "completed");

        look(NIGHTLY, CLOCK);

        assertThat(job.runs).isEmpty();
        assertThat(dueTimes.page("refresh", 9))
                .singleElement()
                .satisfies(due -> assertThat(due.state()).isEqualTo(DueTime.State.COMPLETED));
    }

    @Test
    void whatFailsIsTriedThreeTimesAndRestsBetween() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        job.broken = true;
        for (int look = 0; look < 5; look++) {
            look(NIGHTLY, CLOCK);
            look(NIGHTLY, CLOCK);
            db.sql("update due_time set at = at - interval '10 minutes'").update();
        }
        assertThat(job.runs).hasSize(3);
        assertThat(dueTimes.page("refresh", 9)).singleElement().satisfies(due -> {
            assertThat(due.state()).isEqualTo(DueTime.State.FAILED);
            assertThat(due.note()).isEqualTo("broken");
        });
    }

    @Test
    void whatAnotherRunStandsInTheWayOfIsDueAsBefore() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        job.outcome = JobOutcome.busy("another run is reading");
        look(NIGHTLY, CLOCK);
        assertThat(dueTimes.page("refresh", 9)).isEmpty();

        job.outcome = new JobOutcome(true, "done");
        look(NIGHTLY, CLOCK);
        look(NIGHTLY, CLOCK);
        assertThat(job.runs).hasSize(2);
    }

    @Test
    void aClockThatWasAheadMakesNothingDueTwiceAndNothingLater() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        look(NIGHTLY, Clock.fixed(NOW.plus(Duration.ofDays(400)), ZoneOffset.UTC));
        assertThat(dueTimes.page("refresh", 9))
                .singleElement()
                .satisfies(due -> assertThat(due.passedOver()).isEqualTo(400));

        look(NIGHTLY, CLOCK);
        look(NIGHTLY, CLOCK);
        look(NIGHTLY, Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));

        assertThat(job.runs).hasSize(3);
    }

    @Test
    void whatWasWrittenWhileAClockWasAheadStandsInNobodysWay() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        dueTimes.put("refresh", Instant.parse("2026-06-29T02:10:00Z"), DueTime.State.COMPLETED, 0);
        var time = new AtomicReference<>(NOW);
        job.meanwhile = () -> time.set(NOW.plus(Duration.ofDays(1)));

        look(NIGHTLY, moving(time));

        assertThat(dueTimes.page("refresh", 9))
                .extracting(DueTime::dueAt, DueTime::state)
                .containsExactly(
                        tuple(Instant.parse("2026-06-29T02:10:00Z"), DueTime.State.COMPLETED),
                        tuple(Instant.parse("2026-06-28T02:10:00Z"), DueTime.State.COMPLETED));
    }

    @Test
    void nothingStartsWhileTheClockDisagreesWithTheDatabases() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        var strict = new Schedules(
                jobs,
                new JobFiles(List.of(NIGHTLY), List.of()),
                attendance(CLOCK),
                new SoundClock(db, CLOCK, Duration.ofMinutes(5)),
                CLOCK,
                TICK);
        strict.look(NIGHTLY, NOW);
        assertThat(job.runs).isEmpty();
    }

    @Test
    void aProcessThatSleptTooLongSaysNothingOfADueTimeThatWasTakenOver() {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        job.meanwhile = () -> {
            db.sql("update lease set until = clock_timestamp() - interval '1 minute', epoch = epoch + 1")
                    .update();
            db.sql("update due_time set state = 'stopped', note = 'the other says so'")
                    .update();
        };
        look(NIGHTLY, CLOCK);
        assertThat(dueTimes.page("refresh", 9))
                .singleElement()
                .satisfies(due -> assertThat(due.note()).isEqualTo("the other says so"));
    }

    @Test
    void stopAsksRunsUnderWayToEndAndWaitsForThem() throws InterruptedException {
        recordRun(NOW.minus(Duration.ofDays(1)), "completed");
        job.held = new CountDownLatch(1);
        schedules.start();
        job.next();

        schedules.destroy();

        assertThat(job.stopped).isTrue();
    }

    @Test
    void dueTimeStartsTheJob() throws InterruptedException {
        var everyMinute = file("refresh", "* * * * *", Map.of());
        var soon = schedules(List.of(everyMinute), startingAt(Instant.parse("2026-06-28T12:00:59.900Z")));

        soon.start();

        assertThat(job.next()).isNotNull();
        soon.destroy();
    }

    @Test
    void nothingStartsWhileAFileIsWrong() {
        recordRun(NOW.minus(Duration.ofDays(2)), "completed");
        var stray = file("stray", "10 2 * * *", Map.of());
        var wrong = schedules(List.of(NIGHTLY, stray), CLOCK);

        assertThat(wrong.start())
                .extracting(JobFileError::toString)
                .containsExactly("stray.yaml:1: there is no job 'stray'; there are [refresh]");
        assertThat(job.runs).isEmpty();
    }

    private static JobFile file(String name, String cron, Map<String, String> parameters) {
        return new JobFile(
                name,
                cron,
                ZoneId.of("UTC"),
                parameters,
                new JobFile.About("Reads.", "pages", "captures", "as it was started"),
                Map.of());
    }

    private Jobs jobs(List<JobFile> files, Clock clock) {
        return new Jobs(new JobFiles(files, List.of()), List.of(job), ledger, dueTimes, clock);
    }

    private Schedules schedules(List<JobFile> files, Clock clock) {
        return new Schedules(
                jobs(files, clock),
                new JobFiles(files, List.of()),
                attendance(clock),
                new SoundClock(db, clock, Duration.ofDays(36_500)),
                clock,
                TICK);
    }

    private Attendance attendance(Clock clock) {
        var leases = new Leases(db);
        return new Attendance(
                dueTimes,
                ledger,
                new HeldLeases(leases),
                leases,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock);
    }

    /** One look of a process of its own. */
    private void look(JobFile file, Clock clock) {
        schedules(List.of(file), clock).look(file, clock.instant());
    }

    private static Clock moving(AtomicReference<Instant> time) {
        return new Clock() {

            @Override
            public Instant instant() {
                return time.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
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
