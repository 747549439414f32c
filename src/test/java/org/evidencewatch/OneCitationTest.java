package org.evidencewatch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.RecordEdit;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Read this first: one citation, from an imported record to the reviewers' queue, over a few nights. Everything is
 * real but the web site, which is a server on this machine, and the clock.
 */
class OneCitationTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final String PAGE = "/help/refunds";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        var record = Files.writeString(folder.resolve("lumora.json"), """
                {"slug": "lumora", "name": "Lumora", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(site.baseUrl() + PAGE));
        house.importRecord(record);
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void aFactThatChangesReachesTheQueueOnceTwoReadsAgree() {
        // The first night: what the page says becomes the baseline.
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 30 days", "\"v1\"")));
        assertThat(night().firstSeen()).isEqualTo(1);

        // The second: the server has nothing new, and nothing is downloaded.
        site.stubFor(get(urlEqualTo(PAGE))
                .withHeader("If-None-Match", equalTo("\"v1\""))
                .willReturn(status(304)));
        house.pass(A_DAY);
        var second = night();
        assertThat(List.of(second.unchanged(), second.notModified())).containsExactly(1L, 1L);

        // The third: the page says something else. It is observed, and nobody hears of it yet.
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 14 days", "\"v2\"")));
        house.pass(A_DAY);
        var third = night();
        assertThat(third.changed()).isEqualTo(1);
        assertThat(third.queued()).isEmpty();

        // Half an hour later a second read agrees: now the company is queued, with the words that changed.
        house.pass(HALF_AN_HOUR);
        assertThat(confirm().queued()).extracting(q -> q.company()).containsExactly("lumora");
        var item = house.get(WorkQueue.class).list().getFirst();
        assertThat(item.reasons())
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.toString()).contains("30 days").contains("14 days"));

        // The fourth: the page takes it back. The reason closes itself.
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 30 days", "\"v3\"")));
        house.pass(A_DAY);
        assertThat(night().unchanged()).isEqualTo(1);
        assertThat(house.get(WorkQueue.class).list()).isEmpty();
        assertThat(house.get(Verification.class).checks()).allMatch(check -> check.ok());
    }

    @Test
    void whatAPersonSetsAsideConfirmsNothingAndComesBackAsAFailedRead() {
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 30 days", "\"v1\"")));
        night();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 14 days", "\"v2\"")));
        house.pass(A_DAY);
        night();
        house.pass(HALF_AN_HOUR);
        confirm();
        house.pass(A_DAY);
        assertThat(night().unchanged()).as("a change that waits is no news").isEqualTo(1);

        assertThat(house.get(WorkQueue.class)
                        .decide(new DecisionRequest(
                                Target.of("lumora", Set.of()),
                                Answer.BAD_CAPTURE,
                                "anna",
                                "their test page",
                                Optional.empty(),
                                RecordEdit.PROPOSED)))
                .isInstanceOf(Reply.Done.class);
        assertThat(house.get(Freshness.class).citations())
                .singleElement()
                .satisfies(clock -> assertThat(clock.lastConfirmed()).contains(Instant.parse("2026-06-10T02:00:00Z")));

        house.pass(A_DAY);
        assertThat(night().degraded()).as("the same page once more").isEqualTo(1);
        assertThat(house.get(WorkQueue.class).list()).isEmpty();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 30 days", "\"v1\"")));
        house.pass(A_DAY);
        assertThat(night().unchanged()).isEqualTo(1);
        assertThat(house.get(Verification.class).checks()).allMatch(check -> check.ok());
    }

    @Test
    void aPageThatCannotBeReadIsNoNews() {
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(page("within 30 days", "\"v1\"")));
        night();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(503)));
        house.pass(A_DAY);
        var report = night();
        assertThat(List.of(report.changed(), report.degraded())).containsExactly(0L, 1L);
        assertThat(report.cannotRead()).hasSize(1);
        assertThat(report.queued()).isEmpty();
        // The next requests still bear the validator of the last good capture: a second one that night, and this
        // night's.
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(304)));
        house.pass(A_DAY);
        assertThat(night().unchanged()).isEqualTo(1);
        site.verify(3, getRequestedFor(urlEqualTo(PAGE)).withHeader("If-None-Match", equalTo("\"v1\"")));
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

    private static ResponseDefinitionBuilder page(String window, String etag) {
        return aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withHeader("ETag", etag)
                .withBody("""
                <!doctype html><html lang="en"><head><title>Refunds - Lumora Help</title></head><body>
                <nav>Home Plans Support</nav>
                <main><h1>Refunds</h1>
                <p>You can ask for your money back %s of your first payment, for any reason.</p>
                <p>Write to our support team, and we return the full amount to the card that you paid with.
                Plans that were renewed can be cancelled in your profile at any time.</p></main>
                <footer>Lumora</footer></body></html>""".formatted(window));
    }
}
