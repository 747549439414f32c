package org.evidencewatch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
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
import org.evidencewatch.citation.SourceAliases;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page that answers from elsewhere, over a few nights: another address of the same page, or another page. */
class MovedPagesTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final String CITED = "/hc/en-us/articles/12-refunds";
    private static final String RENAMED = "/hc/en-us/articles/12-money-back";
    private static final String OTHER = "/hc/en-us/articles/13-other";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private Path folder;
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        this.folder = folder;
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        cite("lumora", CITED);
        answer(CITED, article());
        assertThat(night().firstSeen()).isEqualTo(1);
        house.pass(A_DAY);
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void aNewSlugIsNoMoveButAnotherAddressOfTheSource() throws Exception {
        answer(CITED, redirect(301, RENAMED));
        answer(RENAMED, article());

        assertThat(night().unchanged()).isEqualTo(1);

        assertThat(house.get(SourceAliases.class).of(site.baseUrl() + CITED))
                .extracting(SourceAliases.Recorded::url, SourceAliases.Recorded::kind)
                .containsExactly(org.assertj.core.api.Assertions.tuple(site.baseUrl() + RENAMED, "slug"));
        cite("egret", RENAMED);
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from source")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPermanentRedirectToAnotherPageIsToldWithTheCandidateOnceALaterReadAgrees() {
        answer(CITED, redirect(301, OTHER));
        answer(OTHER, article());

        assertThat(night().moved()).isEqualTo(1);
        assertThat(queue()).isEmpty();
        house.pass(HALF_AN_HOUR);
        confirm();

        assertThat(queue()).singleElement().satisfies(reason -> {
            assertThat(reason.lane()).isEqualTo(Lane.MOVED);
            assertThat(reason.candidate()).contains(site.baseUrl() + OTHER);
        });
    }

    @Test
    void aPageThatSendsItsReadersElsewhereIsToldWithTheCandidate() {
        answer(CITED, html("<meta http-equiv=refresh content='0; url=/hc/en-us/articles/13-other'>"));

        night();
        house.pass(HALF_AN_HOUR);
        confirm();

        assertThat(queue())
                .singleElement()
                .satisfies(reason -> assertThat(reason.candidate()).contains(site.baseUrl() + OTHER));
    }

    @Test
    void aTemporaryRedirectIsToldOnlyWhenItLasts() {
        answer(CITED, redirect(302, OTHER));
        answer(OTHER, article());

        night();
        house.pass(HALF_AN_HOUR);
        confirm();
        assertThat(queue()).isEmpty();
        house.pass(A_DAY);
        night();
        assertThat(queue()).isEmpty();

        house.pass(A_DAY);
        night();
        assertThat(queue()).extracting(OpenReason::code).containsExactly("redirected-for-now");
    }

    @Test
    void aTemporaryRedirectThatEndsIsNeverTold() {
        answer(CITED, redirect(302, OTHER));
        answer(OTHER, article());
        night();
        house.pass(A_DAY);

        answer(CITED, article());
        assertThat(night().unchanged()).isEqualTo(1);
        house.pass(A_DAY.multipliedBy(2));
        night();

        assertThat(queue()).isEmpty();
    }

    private void cite(String company, String path) throws Exception {
        house.importRecord(Files.writeString(
                folder.resolve(company + ".json"), """
                {"slug": "%s", "name": "%s", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(company, company, site.baseUrl() + path)));
    }

    private void answer(String path, ResponseDefinitionBuilder answer) {
        site.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder article() {
        return html(HelpCenterPage.html("Plans for every team", "within 30 days", 1));
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse().withHeader("Content-Type", "text/html").withBody(body);
    }

    private static ResponseDefinitionBuilder redirect(int status, String to) {
        return status(status).withHeader("Location", to);
    }

    private RefreshReport night() {
        return ((Completed) house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE)).report();
    }

    private void confirm() {
        assertThat(house.get(Refresh.class).confirm(Progress.NONE)).isInstanceOf(Completed.class);
    }

    private List<OpenReason> queue() {
        return house.get(WorkQueue.class).list().stream()
                .map(Item::reasons)
                .flatMap(List::stream)
                .toList();
    }
}
