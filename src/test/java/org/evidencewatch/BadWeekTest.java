package org.evidencewatch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.WorkQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A week in which no source answers with its page: block pages, errors, empty and half-rendered frames, cookie walls, another
 * language, the home page, broken connections. No score moves and nothing is told to have changed; when the pages are back, all
 * is as before.
 */
class BadWeekTest {

    private static final Path STATES = Path.of("fixtures/pages/states");
    private static final int PAGES = 14;
    private static final Duration A_NIGHT = Duration.ofHours(25);

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private TestHouse house;

    @BeforeEach
    void fourteenPagesOfSevenCompaniesAreReadTwice(@TempDir Path folder) throws Exception {
        site.start();
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        for (int company = 0; company < PAGES / 2; company++) {
            house.importRecord(Files.writeString(folder.resolve("c" + company + ".json"), record(company)));
        }
        everyPageIsItself();
        night();
        house.pass(A_NIGHT);
        night();
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    /** @param step by how many kinds a page goes on each night; with 0 each stands in for its page the whole week */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void noScoreMovesAndNothingIsToldToHaveChanged(int step) throws Exception {
        List<@Nullable String> before = records();
        var kinds = kinds(step);
        for (int night = 0; night < 7; night++) {
            site.resetAll();
            for (int page = 0; page < PAGES; page++) {
                site.stubFor(get(urlEqualTo(path(page)))
                        .willReturn(
                                kinds.get((page + step * night) % kinds.size()).get()));
            }
            site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
            house.pass(A_NIGHT);
            assertThat(night().changed()).as("night " + night).isZero();
            house.pass(Duration.ofMinutes(31));
            confirm();

            assertThat(records()).as("night " + night).isEqualTo(before);
            assertThat(reasons("lane = 'Changed' or lane = 'Lost quote'")).isZero();
            assertThat(broken()).isEmpty();
        }
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from capture where good and at > timestamp '2026-06-12'")
                        .query(Integer.class)
                        .single())
                .as("good reads in that week")
                .isZero();

        site.resetAll();
        everyPageIsItself();
        for (int night = 0; night < 8; night++) {
            house.pass(A_NIGHT);
            night();
        }
        assertThat(records()).isEqualTo(before);
        assertThat(house.get(WorkQueue.class).list()).isEmpty();
        assertThat(reasons("closed_at is null")).isZero();
        assertThat(broken()).isEmpty();
    }

    /**
     * What stands in for a page, of each kind that the week is to have; what makes a host rest only where a page does not show it
     * every night.
     */
    private static List<Supplier<ResponseDefinitionBuilder>> kinds(int step) throws IOException {
        var kinds = new ArrayList<Supplier<ResponseDefinitionBuilder>>();
        for (String folder : List.of(
                "challenge-with-200",
                "consent-gate",
                "login-wall",
                "script-shell",
                "unfilled-template",
                "maintenance",
                "age-gate")) {
            String html = Files.readString(page(STATES.resolve(folder)));
            kinds.add(() -> html(html));
        }
        kinds.add(() -> status(403).withBody("<html><title>Access denied</title><h1>Access denied</h1></html>"));
        kinds.add(() -> step == 0 ? status(402) : status(500));
        kinds.add(() -> status(401));
        kinds.add(() -> html(""));
        kinds.add(() -> step == 0 ? status(451) : aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        kinds.add(() -> html(home()));
        kinds.add(() -> html(german()));
        return kinds;
    }

    private static Path page(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void everyPageIsItself() {
        site.stubFor(any(anyUrl()).willReturn(status(404)));
        for (int page = 0; page < PAGES; page++) {
            site.stubFor(get(urlEqualTo(path(page))).willReturn(html(article(page))));
        }
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(body);
    }

    /** Each on a host of its own: what one fails at is no other's. */
    private String url(int page) {
        return "http://127.0.0.%d:%d%s".formatted(page + 1, site.port(), path(page));
    }

    private static String path(int page) {
        return "/help/articles/" + page;
    }

    private static String article(int page) {
        return HelpCenterPage.html("Every plan of number " + page + " renews by itself", "within 30 days", 1)
                .replace("Refunds", "Refunds of plan " + page);
    }

    private static String home() {
        return """
                <!doctype html><html lang="en"><head><title>Lumora - sounds for everybody</title></head><body>
                <header><nav><a href="/">Home</a> <a href="/plans">Plans</a> <a href="/login">Log in</a></nav></header>
                <main><h1>Sounds for everybody</h1><p>A million tracks for walking, working and sleeping.</p>
                <p>Choose a plan and begin to listen today. New sounds arrive every Friday.</p>
                <section><h2>What listeners say</h2><p>It has become the first thing that I open in the morning.</p></section>
                </main><footer><a href="/about">About</a></footer></body></html>""";
    }

    private static String german() {
        return """
                <!doctype html><html lang="de"><head><title>Erstattungen - Lumora Hilfe</title>
                <script src="https://static.zdassets.com/hc/assets/1.js"></script></head><body><main><article><h1>Erstattungen</h1>
                <div class="article-body"><p>Sie erhalten Ihr Geld innerhalb von 30 Tagen nach der ersten Zahlung
                zurück, ohne Angabe von Gründen.</p><p>Schreiben Sie unserem Kundendienst, und wir überweisen den vollen Betrag auf
                die Karte, mit der Sie bezahlt haben. Verlängerte Tarife können jederzeit im Profil gekündigt werden.</p>
                </div></article></main></body></html>""";
    }

    private String record(int company) {
        String citations = IntStream.of(2 * company, 2 * company + 1)
                .mapToObj(page -> """
                        {"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence",
                         "quote": {"exact": "You can ask for your money back within 30 days of your first payment"}}""".formatted(url(page)))
                .collect(Collectors.joining(","));
        return """
                {"slug": "lumora-%d", "name": "Lumora %d", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [%s]}""".formatted(company, company, citations);
    }

    /** Every revision with its claims and every citation: all that is published. */
    private List<@Nullable String> records() {
        return house.get(JdbcClient.class).sql("""
                        select c.slug || ' ' || v.number || ' ' || v.score || ' ' || v.grade || ' '
                            || (select string_agg(k.statement, ';') from revision_claim k where k.revision_id = v.id) || ' '
                            || (select string_agg(t.cited_url, ';' order by t.id) from citation t
                                where t.company_id = c.id and t.retired_at is null)
                        from company c join revision v on v.company_id = c.id order by 1""").query(String.class).list();
    }

    private int reasons(String where) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from reason where " + where)
                .query(Integer.class)
                .single();
    }

    private List<Verification.Check> broken() {
        return house.get(Verification.class).checks().stream()
                .filter(check -> !check.ok())
                .toList();
    }

    private RefreshReport night() {
        return report(house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE));
    }

    private void confirm() {
        report(house.get(Refresh.class).confirm(Progress.NONE));
    }

    private static RefreshReport report(Refresh.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Completed.class);
        return ((Completed) outcome).report();
    }
}
