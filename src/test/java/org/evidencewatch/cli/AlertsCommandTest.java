package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.sql.DataSource;
import org.evidencewatch.job.AlertHouse;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code alerts} and {@code outbox}, as a person types them. */
class AlertsCommandTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private DataSource database;
    private JdbcClient db;

    @BeforeEach
    void setUp() {
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveStreamsBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    @Test
    void nothingOpenIsSaidSo() {
        assertThat(run("alerts", "list")).isZero();
        assertThat(printed()).isEqualTo("No alert is open.\n");
        assertThat(run("outbox", "list")).isZero();
        assertThat(printed()).isEqualTo("Every letter was delivered.\n");
    }

    @Test
    void answeredAlertNeedsNoAttentionUntilTheSnoozeIsOver() {
        long id = alert("the disk \u001b[31mis full");

        assertThat(run("alerts", "list")).isEqualTo(Evidence.ATTENTION);
        assertThat(printed())
                .contains(id + " ", "run-failed, since 2026-06-27T06:00:00Z")
                .doesNotContain("\u001b");

        assertThat(run("alerts", "snooze", "" + id, "--for", "P7D", "--why", "a disk comes", "--by", "anna", "--json"))
                .isZero();
        assertThat(document().at("/answer/until").asString()).isEqualTo("2026-07-05T06:00:00Z");
        assertThat(document().at("/answer/by").asString()).isEqualTo("anna");
        assertThat(run("alerts", "list", "--json")).isZero();
        assertThat(document().at("/alerts/0/answer/why").asString()).isEqualTo("a disk comes");
        assertThat(run("status", "--json")).isZero();
        assertThat(document().at("/alerts/0/answer/answer").asString()).isEqualTo("snoozed");
        assertThat(document().get("attention")).isEmpty();
        assertThat(run("status", "--json", "--as-of", "2026-07-05T06:00:00Z")).isEqualTo(Evidence.ATTENTION);
    }

    @Test
    void acknowledgedAlertIsPrintedWithWhoAndWhy() {
        long id = alert("the disk is full");

        assertThat(run("alerts", "ack", "" + id, "--why", "I know", "--by", "ben"))
                .isZero();

        assertThat(printed()).contains("acknowledged by ben on 2026-06-28T06:00:00Z: I know");
    }

    @Test
    void wrongWordsAreWrongInput() {
        long id = alert("the disk is full");

        assertThat(run("alerts", "ack", "4711", "--why", "x")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no open alert has the number 4711");
        assertThat(run("alerts", "ack", "" + id)).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("alerts", "snooze", "" + id, "--for", "soon", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("alerts", "snooze", "" + id, "--for", "P1000D", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("outbox", "retry")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("outbox", "retry", "00000000-0000-0000-0000-000000000000"))
                .isEqualTo(Evidence.WRONG_INPUT);
    }

    @Test
    void lettersThatWereGivenUpAreShownAndTriedAgain() {
        cite();
        db.sql("""
                insert into outbox (id, channel, sort, subject, body, created_at, due_at, attempts, last_error, dead_at)
                values (gen_random_uuid(), 'webhook', 'news', 'Evidence Watch: 1 opened', '{}', '2026-06-20',
                    '2026-06-23', 10, 'answered 500', '2026-06-23')
                """).update();

        assertThat(run("outbox", "list")).isEqualTo(Evidence.ATTENTION);
        assertThat(printed()).contains("given up after 10 attempts, the last: answered 500");
        run("status");
        assertThat(printed()).contains("0 undelivered, 1 given up");
        assertThat(run("outbox", "retry", "--all", "--json")).isZero();
        assertThat(document().get("letters").asInt()).isEqualTo(1);
        assertThat(run("outbox", "list", "--json")).isZero();
        assertThat(document().at("/letters/0/dueAt").asString()).isEqualTo("2026-06-28T06:00:00Z");
        assertThat(run("outbox", "enable", "webhook")).isZero();
        assertThat(printed()).contains("webhook was not disabled");
    }

    @Test
    void statusTellsObjectivesInEightyColumns() {
        cite();

        run("status");

        assertThat(printed())
                .contains(
                        "evidence: 1 of 1 citations confirmed within 14 days, 100 %",
                        "objective 95.00 %: met, burn rate 0.0");
        assertThat(printed().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        run("status", "--json");
        assertThat(document().at("/objectives/0/name").asString()).isEqualTo("evidence");
        assertThat(document().at("/objectives/0/percent").asInt()).isEqualTo(100);
    }

    private void cite() {
        db.sql("""
                insert into company (slug, name, created_at) values ('acme', 'Acme', now());
                insert into source (url, host, created_at) values ('https://acme.example/', 'acme.example', now());
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select c.id, s.id, 'evidence', 'u', 'Help', '2026-06-27' from company c, source s
                """).update();
    }

    private long alert(String detail) {
        return db.sql("""
                        insert into alert (kind, subject, detail, opened_at)
                        values ('run-failed', 'job:refresh', :detail, '2026-06-27 06:00Z') returning id
                        """).param("detail", detail).query(Long.class).single();
    }

    private int run(String... args) {
        out.reset();
        return Evidence.run((web, properties) -> AlertHouse.open(database, NOW), args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode document() {
        return JsonMapper.shared().readTree(printed());
    }
}
