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
import java.util.ArrayList;
import java.util.Random;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One page through a year: a daily counter, an offer that rotates, two headings at random, and one real change. */
class YearOfNightsTest {

    private static final String PAGE = "/refunds";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private final Random chance = new Random(7);
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-01-01T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        house.importRecord(Files.writeString(folder.resolve("lumora.json"), """
                {"slug": "lumora", "name": "Lumora", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2025-12-01", "kind": "evidence"}]}
                """.formatted(site.baseUrl() + PAGE)));
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void isFlaggedOnce() {
        var flagged = new ArrayList<Integer>();
        for (int day = 0; day < 365; day++) {
            serve(day);
            RefreshReport night = night();
            if (!night.queued().isEmpty()) {
                flagged.add(day);
            }
            house.pass(Duration.ofHours(1));
            serve(day);
            if (!confirm().queued().isEmpty()) {
                flagged.add(day);
            }
            house.pass(Duration.ofHours(23));
        }

        assertThat(flagged).containsExactly(200);
        assertThat(house.get(Verification.class).checks()).allMatch(check -> check.ok());
    }

    private void serve(int day) {
        String heading = chance.nextBoolean() ? "Getting your money back" : "Refunds and returns";
        String html = """
                <html><head><title>Lumora help</title></head><body>
                <div class="kx81">Offer of the day: save %d percent on annual plans, until midnight only!</div>
                <h1>%s</h1><div class="ab2">
                <p>You can ask for your money back within %d days of your first payment, for any reason that you like.</p>
                <p>Write to our support team, and we return the full amount to the card that you paid with, as a rule at
                once. Plans that were renewed can be cancelled in your profile at any time before the period ends.</p>
                <p>%d people read this page</p><p>Updated %d days ago</p></div></body></html>
                """.formatted(5 + day % 40, heading, day < 200 ? 30 : 14, 1000 + 31 * day, 1 + day % 6);
        site.stubFor(get(urlEqualTo(PAGE))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(html)));
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
}
