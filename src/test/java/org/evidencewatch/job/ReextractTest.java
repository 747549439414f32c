package org.evidencewatch.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.HelpCenterPage;
import org.evidencewatch.TestHouse;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.OtherRelease;
import org.evidencewatch.snapshot.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History read again by another release: what it would have flagged and missed, before and after it is adopted. */
@Timeout(120)
class ReextractTest {

    private static final String PAGE = "/hc/en-us/articles/1";
    private static final ReextractRequest REPORT = new ReextractRequest(Optional.empty(), Optional.empty(), false);
    private static final ReextractRequest ADOPT = new ReextractRequest(Optional.empty(), Optional.empty(), true);

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private Path folder;
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void reportsWhatItWouldHaveMissedAndKeepsNothing() throws Exception {
        bannerAndWindowChangeUnder(OtherRelease.withoutProfiles());
        house = house.upgraded(new Extractor());
        long kept = rows("extraction");

        var report = completed(REPORT);

        assertThat(List.of(report.captures(), report.reread(), report.reinterpreted()))
                .containsExactly(3L, 3L, 3L);
        assertThat(report.wouldFlag()).isEmpty();
        assertThat(report.wouldMiss()).singleElement().satisfies(miss -> {
            assertThat(miss.recorded()).isEqualTo("changed");
            assertThat(miss.verdict()).isEqualTo("unchanged");
            assertThat(miss.reasons().toString()).contains("9 dollars");
        });
        assertThat(report.needsAttention()).isTrue();
        assertThat(rows("extraction")).isEqualTo(kept);
    }

    @Test
    void reportsWhatItWouldHaveFlagged() throws Exception {
        bannerAndWindowChangeUnder(new Extractor());
        house = house.upgraded(OtherRelease.withoutProfiles());

        var report = completed(REPORT);

        assertThat(report.wouldMiss()).isEmpty();
        assertThat(report.wouldFlag()).singleElement().satisfies(flag -> {
            assertThat(flag.recorded()).isEqualTo("unchanged");
            assertThat(flag.verdict()).isEqualTo("changed");
            assertThat(flag.reasons().toString()).contains("9 dollars");
        });
    }

    @Test
    void adoptingAddsTheMissingReadingsAndIsSafeToRepeat() throws Exception {
        bannerAndWindowChangeUnder(OtherRelease.withoutProfiles());
        house = house.upgraded(new Extractor());
        long kept = rows("extraction");

        var first = completed(ADOPT);
        var second = completed(ADOPT);

        assertThat(first.reread()).isEqualTo(3);
        assertThat(second.reread()).isZero();
        assertThat(second.wouldMiss()).isEqualTo(first.wouldMiss());
        assertThat(second.reinterpreted()).isEqualTo(first.reinterpreted());
        assertThat(rows("extraction")).isEqualTo(kept + 3);
        assertThat(rows("change")).isEqualTo(2);
        assertSound();
    }

    @Test
    void aRunThatWasCutOffLeavesWhatItKept() throws Exception {
        bannerAndWindowChangeUnder(OtherRelease.withoutProfiles());
        house = house.upgraded(new Extractor());
        var cutting = new Progress() {
            @Override
            public void planned(Purpose purpose, int visits) {
                throw new IllegalStateException("cut off");
            }

            @Override
            public void filed(Purpose purpose, int pages, int unread) {}
        };
        assertThat(house.get(Reextract.class).run(ADOPT, cutting)).isInstanceOf(Reextract.Outcome.Failed.class);

        var report = completed(ADOPT);
        assertThat(report.reread()).isZero();
        assertThat(report.captures()).isEqualTo(3);
        assertSound();
    }

    @Test
    void whatAKilledRunLeftIsClosedByTheNextRunOfAnyKind() throws Exception {
        bannerAndWindowChangeUnder(new Extractor());
        for (int i = 0; i < 2; i++) {
            house.get(JdbcClient.class)
                    .sql("insert into run (job, parameters, as_of, started_at, state)"
                            + " values ('reextract', '{\"adopt\": \"true\"}', now(), now(), 'running')")
                    .update();
            if (i == 0) {
                completed(REPORT);
            } else {
                night();
            }
            assertThat(rows("run where state = 'running'")).isZero();
        }
        assertThat(rows("run where state = 'abandoned'")).isEqualTo(2);
    }

    @Test
    void neverRunsBesideARunThatReads() throws Exception {
        bannerAndWindowChangeUnder(new Extractor());
        house.get(JdbcClient.class)
                .sql("update lease set owner = 'elsewhere/1/1/x', until = clock_timestamp() + interval '1 minute'")
                .update();
        assertThat(house.get(Reextract.class).run(ADOPT, Progress.NONE)).isInstanceOf(Reextract.Outcome.Busy.class);
    }

    @Test
    void readsOnlyWhatItIsAskedFor() throws Exception {
        bannerAndWindowChangeUnder(OtherRelease.withoutProfiles());
        house = house.upgraded(new Extractor());
        var since = Optional.of(Instant.parse("2026-06-12T00:00:00Z"));
        assertThat(completed(new ReextractRequest(Optional.of("lumora"), since, false))
                        .captures())
                .isEqualTo(1);
        assertThat(completed(new ReextractRequest(Optional.of("nobody"), since, false))
                        .captures())
                .isZero();
    }

    @Test
    void theSameRulesFindInHistoryWhatIsOnRecord() {
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13")) {
            var recorded = Path.of("fixtures/nights", night);
            house.get(Refresh.class)
                    .refresh(RefreshRequest.replayOf(recorded, Instant.parse(night + "T02:00:00Z")), Progress.NONE);
        }
        house = house.upgraded(OtherRelease.thatReadsAlike());

        var report = completed(REPORT);

        assertThat(report.captures()).isPositive().isEqualTo(report.same()).isEqualTo(report.reread());
        assertThat(report.wouldFlag()).isEmpty();
        assertThat(report.wouldMiss()).isEmpty();
        assertThat(report.degradedNow()).isEmpty();
        assertThat(report.goodNow()).isEmpty();
    }

    /** Three nights: as accepted; another banner; and another window besides. Each change is confirmed. */
    private void bannerAndWindowChangeUnder(Extractor extractor) throws Exception {
        house = house.upgraded(extractor);
        house.importRecord(Files.writeString(folder.resolve("lumora.json"), """
                {"slug": "lumora", "name": "Lumora", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(site.baseUrl() + PAGE)));
        serve("Our plans start at 5 dollars", "within 30 days");
        night();
        house.pass(Duration.ofDays(1));
        serve("Our plans start at 9 dollars", "within 30 days");
        night();
        house.pass(Duration.ofMinutes(30));
        house.get(Refresh.class).confirm(Progress.NONE);
        house.pass(Duration.ofDays(1));
        serve("Our plans start at 9 dollars", "within 14 days");
        night();
        house.pass(Duration.ofMinutes(30));
        house.get(Refresh.class).confirm(Progress.NONE);
    }

    private void night() {
        house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE);
    }

    private ReextractReport completed(ReextractRequest request) {
        var outcome = house.get(Reextract.class).run(request, Progress.NONE);
        assertThat(outcome).isInstanceOf(Reextract.Outcome.Completed.class);
        return ((Reextract.Outcome.Completed) outcome).report();
    }

    private long rows(String table) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private void assertSound() {
        assertThat(house.get(Verification.class).checks()).allMatch(check -> check.ok());
    }

    private void serve(String banner, String window) {
        site.stubFor(get(urlEqualTo(PAGE))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody(HelpCenterPage.html(banner, window, 1))));
    }
}
