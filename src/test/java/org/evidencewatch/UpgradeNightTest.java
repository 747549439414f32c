package org.evidencewatch;

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
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.OtherRelease;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first nights of a release that reads pages otherwise: the older one knew no platform and read the banner above an
 * article as well.
 */
class UpgradeNightTest {

    private static final String PAGE = "/hc/en-us/articles/1";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private TestHouse house;

    @BeforeEach
    void theOlderReleaseReadsAPage(@TempDir Path folder) throws Exception {
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                OtherRelease.withoutProfiles(),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        house.importRecord(Files.writeString(folder.resolve("lumora.json"), """
                {"slug": "lumora", "name": "Lumora", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(site.baseUrl() + PAGE)));
        serve("Our plans start at 5 dollars", "within 30 days", 1);
        assertThat(night().firstSeen()).isEqualTo(1);
        house.pass(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void equalBytesReadOtherwiseAlarmNobodyAndAreNewsForOneNight() {
        upgrade();
        assertThat(night().reinterpreted()).isEqualTo(1);
        house.pass(Duration.ofDays(1));
        assertThat(night().unchanged()).isEqualTo(1);
        assertThat(changes()).isZero();
        assertSound();
    }

    @Test
    void otherBytesWithTheSameWordsAlarmNobody() {
        upgrade();
        serve("Our plans start at 9 dollars", "within 30 days", 2);
        assertThat(night().reinterpreted()).isEqualTo(1);
        assertThat(changes()).isZero();
    }

    @Test
    void aServerThatSaysNotModifiedIsReadAnewFromTheStore() {
        upgrade();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(304)));
        var report = night();
        assertThat(List.of(report.notModified(), report.reinterpreted())).containsExactly(1L, 1L);
        assertThat(changes()).isZero();
    }

    @Test
    void aReleaseThatReadsAlikeIsNoNews() {
        house = house.upgraded(OtherRelease.thatReadsAlike());
        night();
        house.pass(Duration.ofDays(1));
        house = house.upgraded(new Extractor());
        assertThat(night().unchanged()).isEqualTo(1);
    }

    @Test
    void aRealChangeOnThatNightStillAlarms() {
        upgrade();
        serve("Our plans start at 9 dollars", "within 14 days", 2);
        assertThat(night().changed()).isEqualTo(1);
        house.pass(Duration.ofMinutes(30));
        assertThat(confirm().queued()).extracting(q -> q.company()).containsExactly("lumora");
        var reasons = house.get(WorkQueue.class).list().getFirst().reasons().toString();
        assertThat(reasons).contains("30 days").contains("14 days").doesNotContain("dollars");
        assertSound();
    }

    @Test
    void aChangeObservedByTheOlderReleaseIsConfirmedByTheNewOne() {
        serve("Our plans start at 9 dollars", "within 14 days", 2);
        assertThat(night().changed()).isEqualTo(1);
        upgrade();
        house.pass(Duration.ofMinutes(30));
        assertThat(confirm().queued()).hasSize(1);
        house.pass(Duration.ofDays(1));
        assertThat(night().unchanged()).isEqualTo(1);
        assertThat(states()).containsExactly("open");
        assertSound();
    }

    @Test
    void aConfirmedChangeIsNeitherDoubledNorLost() {
        serve("Our plans start at 9 dollars", "within 14 days", 2);
        night();
        house.pass(Duration.ofMinutes(30));
        confirm();
        upgrade();
        for (int night = 3; night < 6; night++) {
            house.pass(Duration.ofDays(1));
            serve("Our plans start at 9 dollars", "within 14 days", night);
            assertThat(night().changed()).isZero();
            assertThat(states()).containsExactly("open");
        }
        house.pass(Duration.ofDays(1));
        serve("Our plans start at 5 dollars", "within 30 days", 9);
        night();
        assertThat(states()).containsExactly("reverted");
        assertSound();
    }

    @Test
    void aChangeThatOnlyTheOlderReleaseSawIsNotToldToAnybodyNew() {
        serve("Our plans start at 9 dollars", "within 30 days", 2);
        assertThat(night().changed()).isEqualTo(1);
        upgrade();
        house.pass(Duration.ofMinutes(30));
        assertThat(confirm().queued()).isEmpty();
        assertThat(states()).containsExactly("suppressed");
        assertSound();
    }

    private void upgrade() {
        house = house.upgraded(new Extractor());
    }

    private RefreshReport night() {
        return report(house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE));
    }

    private RefreshReport confirm() {
        return report(house.get(Refresh.class).confirm(Progress.NONE));
    }

    private static RefreshReport report(Refresh.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Completed.class);
        return ((Completed) outcome).report();
    }

    private long changes() {
        return house.get(JdbcClient.class)
                .sql("select count(*) from change")
                .query(Long.class)
                .single();
    }

    private List<String> states() {
        return house.get(JdbcClient.class)
                .sql("select state from change_state order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void assertSound() {
        assertThat(house.get(Verification.class).checks()).allMatch(check -> check.ok());
    }

    private void serve(String banner, String window, int build) {
        site.stubFor(get(urlEqualTo(PAGE))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withHeader("ETag", "\"" + build + "\"")
                        .withBody(HelpCenterPage.html(banner, window, build))));
    }
}
