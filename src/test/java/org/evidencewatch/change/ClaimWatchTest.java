package org.evidencewatch.change;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims over nights, on a real database and a server on this machine. */
class ClaimWatchTest {

    private static final String PAGE = "/help/refunds";
    private static final Instant START = Instant.parse("2026-06-10T02:00:00Z");

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());

    @TempDir
    private Path folder;

    private TestHouse house;

    @BeforeEach
    void aPageThatIsCited() throws IOException {
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(START, "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8", "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        record("lumora", "refund", "You can ask for a refund within 30 days of the payment.");
        serve("You can ask for a refund within 30 days of the payment.");
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void aPageOutOfReachMovesNoVerdictAndItsReturnIsTold() {
        night();
        assertThat(verdicts()).containsExactly("supported good");
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(404)));
        night();
        night();
        assertThat(verdicts()).containsExactly("supported good", "supported gone");
        serve("You can ask for a refund within 30 days of the payment.");
        night();
        assertThat(verdicts()).containsExactly("supported good", "supported gone", "supported good");
        serve("You can ask for a refund within 14 days of the payment.");
        night();
        assertThat(verdicts()).last().isEqualTo("value-changed good");
        allHolds();
    }

    @Test
    void aNightWithoutANewTextCostsNothing() {
        night();
        var before = rows();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(304)));
        night();
        assertThat(rows()).isEqualTo(before);
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from capture where outcome = 'NOT_MODIFIED'")
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anImportOverAHeldPageIsTestedAtOnce() throws IOException {
        night();
        record("brisk", "pause", "Plans can be paused for up to 3 months.");
        house.get(ClaimWatch.class).settle(START.plus(Duration.ofDays(1)));

        var page = sheet("brisk").claims().getFirst().pages().getFirst();
        assertThat(page.sufficient()).contains(false);
        assertThat(page.tested().orElseThrow()).startsWith("The page states nothing about pausing that our rules read");
        assertThat(page.verdict()).isEmpty();
        assertThat(page.read()).isEqualTo(ReadQuality.GOOD);
    }

    @Test
    void anotherStatementHasLinksAndVerdictsOfItsOwn() throws IOException {
        night();
        record("lumora", "refund", "Refunds within 14 days of the payment.");
        house.get(ClaimWatch.class).settle(START.plus(Duration.ofDays(1)));

        var page = sheet("lumora").claims().getFirst().pages().getFirst();
        assertThat(page.links()).singleElement().satisfies(link -> {
            assertThat(link.agrees()).isFalse();
            assertThat(link.state()).isEqualTo(ClaimLink.State.PROPOSED);
        });
        assertThat(page.verdict()).contains(ClaimVerdict.CANNOT_TELL);
        record("lumora", "refund", "You can ask for a refund within 30 days of the payment.");
        assertThat(sheet("lumora").claims().getFirst().pages().getFirst().verdict())
                .contains(ClaimVerdict.SUPPORTED);
        allHolds();
    }

    @Test
    void whatAPersonRejectedIsNeitherJudgedNorProposedAgain() {
        night();
        long link = sheet("lumora")
                .claims()
                .getFirst()
                .pages()
                .getFirst()
                .links()
                .getFirst()
                .id();
        var reject = new LinkDecision("lumora", Set.of(), Set.of(link), false, "anna");
        assertThat(house.get(ClaimReview.class).decide(reject)).isEqualTo(new LinkReply.Done(0, 1, 0));
        serve("Prices are in euros. You can ask for a refund within 30 days of the payment.");
        night();
        assertThat(sheet("lumora").claims().getFirst().pages().getFirst().links())
                .extracting(ClaimLink::state)
                .containsExactly(ClaimLink.State.REJECTED);
    }

    @Test
    void theDatabaseRefusesAVerdictOnAPageThatTheCompanyDoesNotCite() throws IOException {
        record("brisk", "pause", "Plans can be paused for up to 3 months.");
        night();
        assertThatThrownBy(
                        () -> insert("(select id from claim where company_id <> v.company_id)", "'supported', 'good'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert("v.claim_id", "'supported', 'gone'")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aReadThatMovedAVerdictBreaksAnInvariant() {
        night();
        site.stubFor(get(urlEqualTo(PAGE)).willReturn(status(404)));
        night();
        allHolds();
        house.get(JdbcClient.class).sql("""
                        insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            capture_good, verdict, read, rules, at)
                        select claim_id, company_id, revision_id, citation_id, source_id, capture_id, capture_good,
                            'contradicted', read, rules, at
                        from claim_verdict where read = 'gone'""").update();
        assertThat(house.get(Verification.class).checks())
                .filteredOn(check -> !check.ok())
                .extracting(Verification.Check::id)
                .containsExactly("C-1");
    }

    private void insert(String claim, String verdictAndRead) {
        house.get(JdbcClient.class).sql("""
                        insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            capture_good, verdict, read, rules, at)
                        select %s, company_id, revision_id, citation_id, source_id, capture_id, capture_good, %s, rules, at
                        from claim_verdict v""".formatted(claim, verdictAndRead)).update();
    }

    private void record(String slug, String dimension, String statement) throws IOException {
        house.importRecord(Files.writeString(folder.resolve(slug + ".json"), """
                {"slug": "%s", "name": "%s", "score": 61, "grade": "C",
                 "claims": [{"dimension": "%s", "statement": "%s"}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(
                        slug, slug, dimension, statement, site.baseUrl() + PAGE)));
    }

    private void serve(String paragraph) {
        site.stubFor(get(urlEqualTo(PAGE))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withHeader("ETag", "\"" + paragraph.hashCode() + "\"")
                        .withBody("""
                                <!doctype html><html lang="en"><head><title>Refunds - Lumora Help</title></head><body>
                                <main><article><h1>Refunds</h1><p>%s</p>
                                <p>Our support team reads every message, and answers in the language that you write in. On
                                weekends that takes a little longer than in the week.</p></article></main></body></html>""".formatted(paragraph))));
    }

    private void night() {
        assertThat(house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE))
                .isInstanceOf(Completed.class);
        house.pass(Duration.ofHours(25));
    }

    private ClaimSheet sheet(String slug) {
        return house.get(ClaimSheets.class).of(slug).orElseThrow();
    }

    private List<String> verdicts() {
        return house.get(JdbcClient.class)
                .sql("select verdict || ' ' || read from claim_verdict order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Long> rows() {
        return house.get(JdbcClient.class)
                .sql("""
                        select (select count(*) from claim_link), (select count(*) from claim_reading),
                            (select count(*) from claim_verdict)""")
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private void allHolds() {
        assertThat(house.get(Verification.class).checks())
                .filteredOn(check -> !check.ok())
                .isEmpty();
    }
}
