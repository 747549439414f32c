package org.evidencewatch.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.TestHouse;
import org.evidencewatch.fetch.HostSwitch;
import org.evidencewatch.job.Refresh.Outcome;
import org.evidencewatch.job.Refresh.Outcome.Busy;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.Refresh.Outcome.Failed;
import org.evidencewatch.job.Refresh.Outcome.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs beside each other, cut off, stopped and gone on with, and what each of them reads. */
@Timeout(120)
class RefreshTest {

    private static final RefreshRequest ALL =
            new RefreshRequest(Optional.empty(), true, Optional.empty(), Optional.empty());

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private Path folder;
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        this.folder = folder;
        site.start();
        site.stubFor(
                get(urlMatching("/.*"))
                        .willReturn(
                                aResponse()
                                        .withHeader("Content-Type", "text/html")
                                        .withBody(
                                                "<html><body><main><h1>Refunds</h1><p>Within 30 days of the first payment you can ask"
                                                        + " for your money back, for any reason, and we return it all.</p></main></body></html>")));
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        house.importRecord(record("lumora", "/lumora"));
    }

    @AfterEach
    void close() {
        release.countDown();
        house.close();
        site.stop();
    }

    @Test
    void refusesASecondRunAndBorrowsNoConnectionWhileAPageIsAwaited() throws Exception {
        holdThePage();
        var first = CompletableFuture.supplyAsync(this::night);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(night()).isInstanceOf(Busy.class);
        // the empty buckets may still be writing their end; the one that waits must hold nothing
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (house.borrowedConnections() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(house.borrowedConnections()).isZero();

        release.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Completed.class);
    }

    @Test
    void aStoppedRunIsGoneOnWithByTheNextStart() throws Exception {
        house.importRecord(record("mirova", "/mirova"));
        holdThePage();
        var first = CompletableFuture.supplyAsync(this::night);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        house.get(Refresh.class).stop("refresh");
        release.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Stopped.class);
        assertThat(states()).containsExactly("stopped");
        assertThat(night()).isInstanceOf(Completed.class);
        assertThat(states()).containsExactly("completed");
        assertThat(count("capture")).isEqualTo(2);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aCutOffRunIsClosedWhenSomethingElseIsAskedFor() throws Exception {
        var run = cutOff(true);
        assertThat(house.get(Refresh.class).refresh(ALL, Progress.NONE)).isInstanceOf(Completed.class);
        assertThat(states()).containsExactly("abandoned", "completed");
        assertThat(house.get(JdbcClient.class)
                        .sql("select e.status from batch_job_execution e join batch_job_execution_params p"
                                + " using (job_execution_id) where p.parameter_value = :run")
                        .param("run", Long.toString(run.id()))
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("FAILED");
        assertThat(broken()).isEmpty();
    }

    @Test
    void aCutOffRunIsGoneOnWithWhenTheSameIsAskedFor() throws Exception {
        cutOff(true);
        assertThat(night()).isInstanceOf(Completed.class);
        assertThat(states()).containsExactly("completed");
        assertThat(broken()).isEmpty();
    }

    @Test
    void anInstanceWithoutExecutionIsRepaired() throws Exception {
        cutOff(false);
        assertThat(night()).isInstanceOf(Completed.class);
        assertThat(states()).containsExactly("completed");
    }

    @Test
    void aRunThatWasTakenOverSaysNothingOfItsEnd() throws Exception {
        holdThePage();
        var first = CompletableFuture.supplyAsync(this::night);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        house.get(JdbcClient.class)
                .sql("update lease set owner = 'elsewhere/1/1/x', epoch = epoch + 1,"
                        + " until = clock_timestamp() + interval '1 minute'")
                .update();
        release.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Failed.class);
        assertThat(states()).containsExactly("running");
        assertThat(count("capture")).isZero();
    }

    @Test
    void readsWhatWasNotAttemptedInTheLastTwentyHoursUnlessAllIsAskedFor() {
        assertThat(sources(night())).isEqualTo(1);
        house.pass(Duration.ofHours(19));
        assertThat(sources(night())).isZero();
        assertThat(sources(house.get(Refresh.class).refresh(ALL, Progress.NONE)))
                .isEqualTo(1);
        house.pass(Duration.ofHours(20));
        assertThat(sources(night())).isEqualTo(1);
    }

    @Test
    void asksForAFailingPageMoreSeldomAndAtLeastEverySeventhNight() {
        site.stubFor(get(urlEqualTo("/lumora")).willReturn(status(404)));
        var asked = new ArrayList<Integer>();
        for (int night = 0; night < 28; night++) {
            if (sources(night()) == 1) {
                asked.add(night);
            }
            house.pass(Duration.ofDays(1));
        }
        assertThat(asked).containsExactly(0, 1, 2, 4, 6, 8, 10, 12, 19, 26);
    }

    @Test
    void aPageWhoseHostWasStoppedIsDueAtOnceWhenItIsResumed() {
        var hosts = house.get(HostSwitch.class);
        hosts.stop(Optional.empty(), "Ada", "our address is blocked");
        assertThat(sources(night())).isEqualTo(1);
        assertThat(site.getAllServeEvents()).isEmpty();
        hosts.resume(Optional.empty());
        assertThat(sources(night())).isEqualTo(1);
        assertThat(site.getAllServeEvents()).hasSize(2);
        assertThat(sources(night())).isZero();
    }

    @Test
    void readsOneCompanyAndNoSampleOnTheLiveWeb() throws Exception {
        house.importRecord(record("mirova", "/mirova"));
        house.importSample(record("invented", "/invented"));
        var one = new RefreshRequest(Optional.of("mirova"), false, Optional.empty(), Optional.empty());
        assertThat(sources(house.get(Refresh.class).refresh(one, Progress.NONE)))
                .isEqualTo(1);
        assertThat(sources(night())).isEqualTo(1);
        assertThat(site.findAll(
                        com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlEqualTo("/invented"))))
                .isEmpty();
    }

    /** A run as a killed process leaves it: begun, and with or without an execution in the engine. */
    private Run cutOff(boolean executing) {
        var run = house.get(Runs.class).begin("refresh", RefreshRequest.NIGHTLY);
        var repository = house.get(JobRepository.class);
        var parameters = new JobParametersBuilder().addLong("run", run.id()).toJobParameters();
        var instance = repository.createJobInstance("refresh", parameters);
        if (executing) {
            var execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
            execution.setStatus(BatchStatus.STARTED);
            repository.update(execution);
        }
        return run;
    }

    private void holdThePage() {
        site.addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().equals("/lumora")) {
                asked.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private Outcome night() {
        return house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE);
    }

    private static long sources(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Completed.class);
        return ((Completed) outcome).report().sources();
    }

    private List<String> states() {
        return house.get(JdbcClient.class)
                .sql("select state from run order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Verification.Check> broken() {
        return house.get(Verification.class).checks().stream()
                .filter(c -> !c.ok())
                .toList();
    }

    private int count(String table) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private Path record(String slug, String page) throws Exception {
        return Files.writeString(folder.resolve(slug + ".json"), """
                {"slug": "%s", "name": "%s", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(slug, slug, site.baseUrl() + page));
    }
}
