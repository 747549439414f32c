package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PagesTest.Rooms.class,
        properties = "evidence.metrics.token=" + MetricsTest.SCRAPER)
class MetricsTest {

    static final String SCRAPER = "another-token-of-a-scraper";

    private static final Pattern NAME =
            Pattern.compile("\\b((?:evidence|jvm|process|system|hikaricp|http_server)_[a-z_]+)\\b");
    private static final Path OPERATIONS = Path.of("src/main/operations");

    @Autowired
    private DataSource database;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void tellHowTheHouseStandsInNamesThatTheDashboardAndTheRulesKnow() throws IOException {
        aNightWithEverything();
        new Visitor(port).get("/login");

        String metrics = new Visitor(port).program("GET", "/metrics", SCRAPER).body();

        assertThat(metrics.lines().filter(line -> line.startsWith("evidence_")))
                .contains(
                        "evidence_job_last_good_run_age_seconds{job=\"refresh\"} 1800.0",
                        "evidence_runs{job=\"refresh\",state=\"completed\"} " + runs() + ".0",
                        "evidence_work_items_open{lane=\"Changed\"} 1.0",
                        "evidence_work_items_open{lane=\"Disputed\"} 0.0",
                        "evidence_last_refresh_attempted_pages 41.0",
                        "evidence_last_refresh_unverifiable_pages 3.0",
                        "evidence_alerts_open{kind=\"cannot-read\"} 1.0",
                        "evidence_outbox_undelivered 1.0",
                        "evidence_refresh_overdue 0.0",
                        "evidence_database_up 1.0");
        assertThat(metrics)
                .contains("# TYPE evidence_citations_confirmed gauge")
                .contains("hikaricp_connections_active");
        Set<String> there = new TreeSet<>(metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .toList());
        for (String file : List.of("grafana-dashboard.json", "prometheus-rules.yaml")) {
            Set<String> named = NAME.matcher(Files.readString(OPERATIONS.resolve(file)))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(file).hasSizeGreaterThan(5);
            assertThat(there).as(file).containsAll(named);
        }
        assertThat(metrics).as("no label from strangers").doesNotContain("acme", "example.test");
    }

    private long runs() {
        return new Rows(database).count("run where job = 'refresh' and state = 'completed'");
    }

    private void aNightWithEverything() {
        var rows = new Rows(database);
        rows.clear();
        rows.company("acme", "https://acme.test/refunds");
        rows.confirmed("https://acme.test/refunds", "changed", 60);
        queue.settle(clock.instant());
        rows.db()
                .sql("""
                        insert into run (job, parameters, as_of, started_at, ended_at, state, counts)
                        values ('refresh', '{}', :at, :at, :at, 'completed', '{"sources": 41, "unverifiable": 3}')""")
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofMinutes(30))))
                .update();
        rows.db()
                .sql(
                        "insert into alert (kind, subject, detail, opened_at) values ('cannot-read', 'source:1', 'x', now())")
                .update();
        rows.db().sql("""
                        insert into outbox (id, channel, sort, subject, body, created_at, due_at)
                        values (gen_random_uuid(), 'webhook', 'news', 'a', '{}', now(), now())""").update();
        assertThat(Map.of("open", queue.list().size())).containsEntry("open", 1);
    }
}
