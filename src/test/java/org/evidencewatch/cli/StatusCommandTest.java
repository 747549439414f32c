package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.evidencewatch.job.AlertHouse;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code status} and {@code jobs}, as a person types them. */
class StatusCommandTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DataSource database;
    private JdbcClient db;

    @TempDir
    Path root;

    @BeforeEach
    void setUp() throws IOException {
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        Files.createDirectory(root.resolve("jobs"));
        Files.copy(Path.of("jobs/staleness.yaml"), root.resolve("jobs/staleness.yaml"));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveStreamsBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    @Test
    void emptyHomeSaysWhatToTypeNext() {
        assertThat(run("status")).isZero();
        assertThat(printed()).isEqualTo("no records yet: ./evidence import FILE\n");
    }

    @Test
    void freshEvidenceNeedsNoAttention() {
        cite("2026-06-27");

        assertThat(run("status", "--json")).isZero();

        var status = document();
        var company = status.at("/companies/0");
        assertThat(company.get("slug").asString()).isEqualTo("acme");
        assertThat(company.get("evidence").asInt()).isEqualTo(1);
        assertThat(company.has("oldestConfirmed")).as("never confirmed").isFalse();
        assertThat(company.has("lastAttempt")).as("never tried").isFalse();
        assertThat(company.get("stale")).isEmpty();
        assertThat(status.get("attention")).isEmpty();
        assertThat(status.get("asOf").asString()).isEqualTo("2026-06-28T06:00:00Z");
    }

    @Test
    void staleEvidenceAndOpenAlertsNeedAttention() {
        cite("2026-06-01");
        run("jobs", "run", "staleness");
        out.reset();

        assertThat(run("status", "--json")).isEqualTo(Evidence.ATTENTION);

        var status = document();
        assertThat(status.at("/companies/0/stale/0/url").asString()).isEqualTo("https://acme.example/");
        assertThat(status.at("/alerts/0/kind").asString()).isEqualTo("stale-evidence");
        assertThat(status.at("/runs/0/job").asString()).isEqualTo("staleness");
        assertThat(status.at("/runs/0/state").asString()).isEqualTo("completed");
        assertThat(status.get("attention").valueStream().map(JsonNode::asString))
                .containsExactly("1 stale citation", "1 open alert");
    }

    @Test
    void ageIsMeasuredAgainstTheGivenTime() {
        cite("2026-06-27");

        assertThat(run("status", "--as-of", "2026-08-01T00:00:00Z")).isEqualTo(Evidence.ATTENTION);
        assertThat(run("status", "--as-of", "yesterday")).isEqualTo(Evidence.WRONG_INPUT);
    }

    @Test
    void unreadablePageIsListedWithReasonAndTime() {
        cite("2026-06-27");
        db.sql("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values ('refresh', '{}', '2026-06-27', '2026-06-27', '2026-06-27', 'failed');
                insert into visit select r.id, s.id, 'refresh', 0 from run r, source s;
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, at, duration_ms)
                select run_id, source_id, 'refresh', 'no_capture', 'TIMEOUT', 'no answer in time', false, 'u',
                       '2026-06-27 02:00+00', 1 from visit
                """).update();

        assertThat(run("status", "--json")).isEqualTo(Evidence.ATTENTION);

        var page = document().at("/cannotRead/0");
        assertThat(page.get("url").asString()).isEqualTo("https://acme.example/");
        assertThat(page.get("reason").asString()).isEqualTo("TIMEOUT: no answer in time");
        assertThat(page.get("since").asString()).isEqualTo("2026-06-27T02:00:00Z");
        assertThat(page.at("/companies/0").asString()).isEqualTo("acme");
        assertThat(document().at("/attention/0").asString()).isEqualTo("the last run of refresh failed");
    }

    @Test
    void tableFitsEightyColumns() {
        cite("2026-06-01");
        run("jobs", "run", "staleness");
        out.reset();

        run("status");
        run("jobs", "list");

        assertThat(printed().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(printed()).contains("acme", "Needs attention: 1 stale citation, 1 open alert.", "5 * * * * (UTC)");
    }

    @Test
    void jobsAreListedWithTheirLastAndNextRun() {
        run("jobs", "run", "staleness");
        out.reset();

        assertThat(run("jobs", "list", "--json")).isZero();

        var job = document().at("/jobs/0");
        assertThat(job.get("name").asString()).isEqualTo("staleness");
        assertThat(job.get("nextRun").asString()).isEqualTo("2026-06-28T06:05:00Z");
        assertThat(job.at("/lastRun/at").asString()).isEqualTo("2026-06-28T06:00:00Z");
        assertThat(job.at("/lastRun/state").asString()).isEqualTo("completed");
        assertThat(job.get("paused").asBoolean()).isFalse();
    }

    @Test
    void pausedJobStaysPausedUntilResumed() {
        assertThat(run("jobs", "pause", "staleness")).isZero();
        out.reset();
        run("jobs", "list", "--json");
        assertThat(document().at("/jobs/0/paused").asBoolean()).isTrue();

        run("jobs", "resume", "staleness");
        out.reset();
        run("jobs", "list", "--json");
        assertThat(document().at("/jobs/0/paused").asBoolean()).isFalse();
    }

    @Test
    void unknownJobIsWrongInputAndNamesTheKnownOnes() {
        assertThat(run("jobs", "run", "stale")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no job is named 'stale'; there are: staleness");
        assertThat(run("jobs")).isEqualTo(Evidence.WRONG_INPUT);
    }

    @Test
    void wrongJobFileIsWrongInputByFileAndLine() throws IOException {
        Files.writeString(root.resolve("jobs/refresh.yaml"), "name: refresh\nzone: Mars\n");

        assertThat(run("jobs", "list")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("jobs/refresh.yaml:2: no time zone is called 'Mars'")
                .contains("jobs/refresh.yaml:1: missing key 'cron'");
    }

    private int run(String... args) {
        return Evidence.run((web, properties) -> AlertHouse.open(database, NOW, "evidence.root=" + root), args);
    }

    private void cite(String knownSince) {
        db.sql("""
                insert into company (slug, name, created_at) values ('acme', 'Acme', now());
                insert into source (url, host, created_at) values ('https://acme.example/', 'acme.example', now());
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select c.id, s.id, 'evidence', 'u', 'Help', '%s' from company c, source s
                """.formatted(knownSince)).update();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode document() {
        return JsonMapper.shared().readTree(printed());
    }
}
