package org.evidencewatch.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class StalenessJobTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private final AtomicInteger connectionsWhileWaiting = new AtomicInteger(-1);
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private DataSource database;
    private JdbcClient db;

    @BeforeEach
    void citeAPageThatWasNeverRead() {
        server.start();
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        db.sql("""
                insert into company (slug, name, created_at) values ('acme', 'Acme', now());
                insert into source (url, host, created_at) values ('https://acme.example/', 'acme.example', now());
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select c.id, s.id, 'evidence', 'u', 'Help', '2026-06-01' from company c, source s
                """).update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void digestReachesTheWebhookUnderItsId() {
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));

        var outcome = run(NOW);

        assertThat(outcome)
                .isEqualTo(new JobOutcome(true, "alerts: 1 opened, 0 closed, 0 still open; 1 letter delivered"));
        var id = db.sql("select id::text from outbox where delivered_at is not null")
                .query(String.class)
                .single();
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/hook"))
                        .withHeader("webhook-id", equalTo(id))
                        .withHeader("content-type", equalTo("application/json"))
                        .withRequestBody(matchingJsonPath("$.type", equalTo("evidence.alerts")))
                        .withRequestBody(matchingJsonPath("$.data.opened", equalTo("1")))
                        .withRequestBody(matchingJsonPath("$.data.lines[0].text")));
    }

    @Test
    void failedDeliveryFailsNoRunAndIsMadeUpForByALaterOne() {
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(503)));

        var failed = run(NOW);
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));
        var later = run(NOW.plus(Duration.ofHours(1)));

        assertThat(failed.success()).isTrue();
        assertThat(failed.summary()).endsWith("to be tried again: webhook: answered 503");
        assertThat(later.summary()).isEqualTo("alerts: 0 opened, 0 closed, 1 still open; 1 letter delivered");
    }

    @Test
    void noConnectionIsHeldWhileTheWebhookIsAwaited() {
        server.addMockServiceRequestListener((request, response) -> connectionsWhileWaiting.set(
                ((HikariDataSource) database).getHikariPoolMXBean().getActiveConnections()));
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));

        run(NOW);

        assertThat(connectionsWhileWaiting).hasValue(0);
    }

    @Test
    void everyRunIsInTheLedger() {
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));
        db.sql("""
                insert into run (job, parameters, as_of, started_at, state)
                values ('staleness', '{}', '2026-06-27', '2026-06-27', 'running')
                """).update();

        run(NOW);

        assertThat(db.sql("select state from run order by id")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("abandoned", "completed");
        assertThat(db.sql("select status from batch_job_execution")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("COMPLETED");
    }

    @Test
    void recoversWhatAKilledProcessLeftInTheEngine() throws Exception {
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));
        try (var house = AlertHouse.open(database, NOW)) {
            var repository = house.getBean(JobRepository.class);
            var parameters = new JobParametersBuilder().addLong("run", 0L).toJobParameters();
            var execution = repository.createJobExecution(
                    repository.createJobInstance("staleness", parameters), parameters, new ExecutionContext());
            execution.setStatus(BatchStatus.STARTED);
            repository.update(execution);
        }

        run(NOW);

        assertThat(db.sql("select status from batch_job_execution order by job_execution_id")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void isSkippedWhileAnotherProcessChecks() {
        db.sql("""
                insert into lease (name, owner, epoch, until)
                values ('staleness', 'elsewhere/1/1/x', 1, clock_timestamp() + interval '1 hour')
                """).update();

        assertThat(run(NOW)).isEqualTo(JobOutcome.busy("another process is at it"));
        assertThat(db.sql("select count(*) from alert").query(Integer.class).single())
                .isZero();
    }

    private JobOutcome run(Instant at) {
        try (var house = AlertHouse.open(
                database,
                at,
                "evidence.webhook.url=http://127.0.0.1:" + server.port() + "/hook",
                "evidence.delivery.allowed-addresses=127.0.0.1/32")) {
            return house.getBean(StalenessJob.class).run(Map.of());
        }
    }
}
