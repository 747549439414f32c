package org.evidencewatch.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.evidencewatch.OtherJvm;
import org.evidencewatch.postgres.EmbeddedPostgres;
import org.evidencewatch.soak.SoakLedger.Daily;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two processes with the schedules of one database, over sixty days that pass in nine minutes, over the end of summer time: killed,
 * stopped, put to sleep for longer than their leases, the clock set forward and back, a process of the database killed, and its
 * whole server ended. Each due time is carried out once, or recorded as passed over. Run by {@code mvn -Psoak verify};
 * {@code -Devidence.seed=N} repeats one.
 */
@Tag("soak")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SoakTest {

    private static final long SEED = Long.getLong("evidence.seed", System.nanoTime());
    private static final int DAYS = 60;
    private static final long DAY_SECONDS = Long.getLong("evidence.soak-day", 9);
    private static final long RATE = Duration.ofDays(1).toSeconds() / DAY_SECONDS;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final List<Daily> JOBS = List.of(
            new Daily("refresh", "30 2 * * *", BERLIN, List.of(LocalTime.of(2, 30))),
            new Daily("confirm", "15 */6 * * *", UTC, every(6, 15)),
            new Daily("staleness", "5 */8 * * *", UTC, every(8, 5)),
            new Daily("verify", "40 5 * * *", UTC, List.of(LocalTime.of(5, 40))),
            new Daily("digest", "0 6 * * *", UTC, List.of(LocalTime.of(6, 0))),
            new Daily("housekeeping", "20 5 * * *", UTC, List.of(LocalTime.of(5, 20))));

    /** Later than now, as the records are imported by the machine's own clock. */
    private final Instant start = LocalDate.now(ZoneOffset.UTC)
            .plusYears(1)
            .withMonth(9)
            .withDayOfMonth(15)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();

    private final Random random = new Random(SEED);
    private final List<Process> nodes = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        nodes.forEach(Process::destroyForcibly);
    }

    @Test
    void eachDueTimeIsCarriedOutOnceOrPassedOverAndNothingIsLeftBehind() throws Exception {
        var clock = SharedClock.start(folder.resolve("clock"), start, RATE);
        try (var postgres = EmbeddedPostgres.open(folder.resolve("home"));
                var site = SoakSite.open(clock, start.plus(Duration.ofDays(20)))) {
            jobFiles();
            importRecord(site);
            var database = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
            var db = JdbcClient.create(database);
            var ledger = new SoakLedger(db);
            nodes.add(node(0));
            nodes.add(node(1));
            disturb(clock, database);
            settle(ledger);

            JOBS.forEach(job -> System.err.printf("soak: %-12s %s%n", job.job(), ledger.told(job.job())));
            assertThat(JOBS.stream().flatMap(job -> ledger.amiss(job).stream()))
                    .as(told())
                    .isEmpty();
            assertThat(JOBS)
                    .as(told())
                    .allSatisfy(job ->
                            assertThat(ledger.eachOnce(job.job())).as(job.job()).isTrue())
                    .allSatisfy(job -> assertThat(ledger.count(job.job(), clock.instant()))
                            .as(job.job())
                            .isPositive());
            assertThat(ledger.leftovers()).as(told()).isEmpty();
            assertThat(program("verify").waitFor()).as(told()).isZero();
            assertThat(db.sql("select count(*) from reason r join change c on c.id = r.change_id")
                            .query(Integer.class)
                            .single())
                    .as(told())
                    .isEqualTo(1);
        }
    }

    /** Some fault every half a minute or so, until the days are over. */
    private void disturb(SharedClock clock, DataSource database) throws Exception {
        Instant end = start.plus(Duration.ofDays(DAYS));
        int faults = 0;
        while (clock.instant().isBefore(end)) {
            Thread.sleep(Duration.ofSeconds(15 + random.nextInt(10)));
            supervise();
            fault(faults++, clock, database);
            System.err.printf("soak: %s, %s%n", clock.instant(), story.getLast());
        }
    }

    /** What a service manager does: a node that could not start while the database was away is started again. */
    private void supervise() throws IOException {
        for (int at = 0; at < nodes.size(); at++) {
            if (!nodes.get(at).isAlive()) {
                tell("node " + at + " had ended with " + nodes.get(at).exitValue());
                System.err.printf("soak: %s%n", story.getLast());
                nodes.set(at, node(at));
            }
        }
    }

    private void fault(int number, SharedClock clock, DataSource database) throws Exception {
        int at = random.nextInt(2);
        switch (number % 8) {
            case 0 -> {
                tell("SIGKILL for node " + at);
                nodes.get(at).destroyForcibly().waitFor();
                nodes.set(at, node(at));
            }
            case 1 -> {
                tell("SIGTERM for node " + at);
                nodes.get(at).destroy();
                assertThat(nodes.get(at).waitFor(45, TimeUnit.SECONDS))
                        .as(told())
                        .isTrue();
                nodes.set(at, node(at));
            }
            case 2 -> {
                tell("the clock is set ten days forward");
                clock.jump(Duration.ofDays(10));
            }
            case 3 -> {
                tell("a process of the database is killed");
                signal("KILL", database, process -> process);
            }
            case 4 -> {
                tell("node " + at + " sleeps for longer than its leases");
                signal("STOP", nodes.get(at).pid());
                Thread.sleep(Duration.ofSeconds(70));
                signal("CONT", nodes.get(at).pid());
            }
            case 5 -> {
                tell("the clock is set three days back");
                clock.jump(Duration.ofDays(-3));
            }
            case 6 -> {
                tell("SIGKILL for both");
                for (int node = 0; node < nodes.size(); node++) {
                    nodes.get(node).destroyForcibly().waitFor();
                }
                nodes.set(0, node(0));
                nodes.set(1, node(1));
            }
            default -> {
                tell("the database server is ended, as for a restart");
                signal("INT", database, SoakTest::parent);
            }
        }
    }

    /** Nothing new is begun, and what was begun comes to its end. */
    private void settle(SoakLedger ledger) throws Exception {
        supervise();
        for (Daily job : JOBS) {
            assertThat(program("jobs", "pause", job.job()).waitFor()).isZero();
        }
        for (int second = 0; second < 120 && !ledger.idle(); second++) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        assertThat(ledger.idle()).as(told()).isTrue();
        for (Process node : nodes) {
            node.destroy();
            assertThat(node.waitFor(45, TimeUnit.SECONDS)).as(told()).isTrue();
        }
    }

    /**
     * Signals the process of the server that serves a connection, or one that is reckoned from it. When such a process is
     * killed, the server ends all of them and recovers as after a crash.
     */
    private static void signal(String name, DataSource database, LongUnaryOperator which) throws Exception {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            signal(name, which.applyAsLong(rows.getLong(1)));
        }
    }

    private static long parent(long process) {
        return ProcessHandle.of(process)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
    }

    private void tell(String what) {
        story.add(what);
    }

    private String told() {
        return "seed " + SEED + ": " + story;
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private Process node(int number) throws IOException {
        var command = new ArrayList<>(OtherJvm.command(SoakNode.class, 288));
        command.add(1, "-Devidence.root=" + folder.resolve("root"));
        command.add(1, "-Devidence.jobs.tick=PT0.2S");
        command.add(1, "-Devidence.jobs.clock-tolerance=P36500D");
        command.add(folder.resolve("clock").toString());
        return start(command, Path.of("target", "soak-node-" + number + ".log").toFile());
    }

    private Process program(String... words) throws IOException {
        var command = new ArrayList<>(OtherJvm.program(words));
        command.add(1, "-Devidence.root=" + folder.resolve("root"));
        return start(command, folder.resolve("program.log").toFile());
    }

    private Process start(List<String> command, File log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("EVIDENCE_HOME", folder.resolve("home").toString());
        builder.environment().put("EVIDENCE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8");
        builder.environment().put("EVIDENCE_FETCH_HOST_DELAY", "PT0.01S");
        return builder.start();
    }

    /** The program's own files, with schedules for days that pass in seconds. */
    private void jobFiles() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("root/jobs"));
        Files.createSymbolicLink(
                folder.resolve("root/config"), Path.of("config").toAbsolutePath());
        for (Daily job : JOBS) {
            Files.writeString(jobs.resolve(job.job() + ".yaml"), """
                    name: %s
                    cron: "%s"
                    zone: %s
                    about: It soaks.
                    reads: all
                    writes: all
                    restart: It goes on.
                    """.formatted(job.job(), job.cron(), job.zone()));
        }
    }

    private void importRecord(SoakSite site) throws Exception {
        var pages = Stream.iterate(0, page -> page + 1)
                .limit(SoakSite.PAGES)
                .map(page -> """
                        {"url": "%s", "title": "Refunds, part %d", "kind": "evidence", "accessed": "2026-09-14"}""".formatted(site.address(page), page))
                .toList();
        Path record = Files.writeString(folder.resolve("record.json"), """
                {"companies": [{"slug": "mirova", "name": "Mirova", "score": 70, "grade": "B", "claims": [],
                                "citations": [%s]}]}""".formatted(String.join(",", pages)));
        assertThat(program("import", record.toString()).waitFor())
                .as(Files.readString(folder.resolve("program.log")))
                .isZero();
    }

    private static List<LocalTime> every(int hours, int minute) {
        return Stream.iterate(0, hour -> hour < 24, hour -> hour + hours)
                .map(hour -> LocalTime.of(hour, minute))
                .toList();
    }
}
