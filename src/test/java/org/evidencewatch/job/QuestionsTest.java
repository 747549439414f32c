package org.evidencewatch.job;

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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.TestHouse;
import org.evidencewatch.change.Changes;
import org.evidencewatch.change.Comparisons;
import org.evidencewatch.extract.Endpoints;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.ProbePaths;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.fetch.Fetchers;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked for besides a page, and what follows from it, on a real site and a real database. */
class QuestionsTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final String ARTICLE = "/hc/en-us/articles/360001234567-How-to-cancel-a-plan";
    private static final String ENDPOINT = "/api/v2/help_center/en-us/articles/360001234567.json";
    private static final String PROBE = "/hc/en-us/articles/999999999999";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-10T02:00:00Z"));
    private final JdbcClient db = house.get(JdbcClient.class);
    private Fetcher fetcher;
    private Instant now = Instant.parse("2026-06-10T02:00:00Z");

    @BeforeEach
    void cite() {
        site.start();
        site.stubFor(any(anyUrl()).willReturn(status(404)));
        var settings = FetchSettings.fromEnvironment(
                Map.of("EVIDENCE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8", "EVIDENCE_FETCH_HOST_DELAY", "PT0S"));
        fetcher = Fetchers.live(settings, Clock.fixed(now, ZoneOffset.UTC));
        cite(ARTICLE);
    }

    @AfterEach
    void close() {
        fetcher.close();
        house.close();
        site.stop();
    }

    @Test
    void readsAnEndpointInThePagesPlaceOnceItSaidTheSame() throws Exception {
        answer(ARTICLE, page());
        answer(ENDPOINT, json());
        assertThat(night()).containsExactly("first-seen");
        assertThat(asked()).containsExactly(ARTICLE);

        assertThat(night()).containsExactly("unchanged");
        assertThat(asked()).containsExactly(ARTICLE, ENDPOINT);

        assertThat(night()).containsExactly("unchanged");
        assertThat(asked()).containsExactly(ENDPOINT);
        assertThat(effectiveUrl()).isEqualTo(site.baseUrl() + ENDPOINT);

        answer(ENDPOINT, json().withBody(jsonSource().replace("14 days", "7 days")));
        assertThat(night()).containsExactly("changed");
        now = now.plus(HALF_AN_HOUR);
        assertThat(read(Purpose.CONFIRM)).as("the page must say so, too").containsExactly("unchanged");
        assertThat(states("changed")).containsExactly("unconfirmed");
    }

    @Test
    void confirmsByThePageWhatTheEndpointSaid() throws Exception {
        adopted();
        answer(ENDPOINT, json().withBody(jsonSource().replace("14 days", "7 days")));
        answer(ARTICLE, page().withBody(pageSource().replace("14 days", "7 days")));

        assertThat(night()).containsExactly("changed");
        now = now.plus(HALF_AN_HOUR);
        read(Purpose.CONFIRM);

        assertThat(states("changed")).containsExactly("open");
    }

    @Test
    void readsThePageOnTheNightOnWhichTheEndpointFails() throws Exception {
        adopted();
        answer(ENDPOINT, status(500));

        assertThat(night()).containsExactly("unchanged");
        assertThat(asked()).containsExactly(ENDPOINT, ARTICLE);
        assertThat(effectiveUrl()).isEqualTo(site.baseUrl() + ARTICLE);

        assertThat(night()).containsExactly("unchanged");
        assertThat(asked()).as("left alone for a while").containsExactly(ARTICLE);
    }

    @Test
    void staysWithThePageWhereTheEndpointSaysSomethingElse() throws Exception {
        answer(ARTICLE, page());
        answer(ENDPOINT, json().withBody(jsonSource().replace("14 days", "30 days")));

        night();
        night();
        asked();
        assertThat(night()).containsExactly("unchanged");
        assertThat(asked()).containsExactly(ARTICLE);
    }

    @Test
    void leavesTheEndpointsOfAHostAloneWhenSomeServedNothing() throws Exception {
        answer(ARTICLE, page());
        for (int other = 1; other < 3 * EndpointTrials.MOST_IN_VAIN; other++) {
            String number = Long.toString(360_001_239_000L + other);
            cite(ARTICLE.replace("360001234567", number));
            answer(ARTICLE.replace("360001234567", number), html(pageSource().replace("360001234567", number)));
        }
        night();
        asked();

        assertThat(night()).containsOnly("unchanged");
        assertThat(asked().stream().filter(path -> path.startsWith("/api/"))).hasSize(EndpointTrials.MOST_IN_VAIN);
    }

    @Test
    void triesNothingBesideAPageThatCannotBeRead() throws Exception {
        answer(ARTICLE, page());
        night();
        answer(ARTICLE, aResponse().withStatus(503));
        asked();

        night();

        assertThat(db.sql("select count(*) from source_endpoint where adopted_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPageThatTurnedIntoWhatTheSiteShowsForAnythingIsGoneAndNeverToldAsChanged() throws Exception {
        answer(ARTICLE, page());
        night();
        softNotFound();

        assertThat(night()).containsExactly("changed");
        now = now.plus(HALF_AN_HOUR);
        asked();
        assertThat(read(Purpose.CONFIRM)).containsExactly("gone");
        assertThat(asked()).containsExactly(ARTICLE, PROBE);
        assertThat(states("changed")).containsExactly("unconfirmed");
        assertThat(states("gone")).containsExactly("observed");

        now = now.plus(HALF_AN_HOUR);
        read(Purpose.CONFIRM);
        assertThat(states("gone")).containsExactly("open");
        assertThat(night())
                .as("with the same bytes as when it was read as changed")
                .containsExactly("gone");
        assertThat(states("gone")).containsExactly("open");

        answer(ARTICLE, page());
        assertThat(night()).containsExactly("unchanged");
        assertThat(states("gone")).containsExactly("reverted");
    }

    @Test
    void isExplainedAsItWasThoughTheBytesDoNotSayIt() throws Exception {
        answer(ARTICLE, page());
        night();
        softNotFound();
        night();
        now = now.plus(HALF_AN_HOUR);
        read(Purpose.CONFIRM);

        long capture = db.sql("select max(id) from capture").query(Long.class).single();
        assertThat(house.get(Readings.class)
                        .anew(capture)
                        .own()
                        .stateReasons()
                        .getFirst()
                        .code())
                .isEqualTo("soft-404-probe");
    }

    @Test
    void anArticleOfItsOwnInTheSameFrameIsAChange() throws Exception {
        answer(ARTICLE, page());
        night();
        softNotFound();
        answer(
                ARTICLE,
                html(welcome("<p>You can cancel your subscription only by mail, 30 days ahead, from now on.</p>")));

        assertThat(night()).containsExactly("changed");
        now = now.plus(HALF_AN_HOUR);
        read(Purpose.CONFIRM);

        assertThat(states("changed")).containsExactly("open");
        assertThat(states("gone")).isEmpty();
    }

    @Test
    void asksAHostOnceInARunAndNotAtAllWhereNothingWaits() throws Exception {
        String second = "/hc/en-us/articles/360009999999-Refunds";
        cite(second);
        answer(ARTICLE, page());
        answer(second, page());
        night();
        softNotFound();
        answer(second, html(welcome("")));
        night();
        assertThat(asked()).doesNotContain(PROBE);
        now = now.plus(HALF_AN_HOUR);

        assertThat(read(Purpose.CONFIRM)).containsExactly("gone", "gone");
        assertThat(asked()).containsOnlyOnce(PROBE);
    }

    @Test
    void aHostThatSaysWhatIsNotThereIsBelieved() throws Exception {
        answer(ARTICLE, page());
        night();
        answer(ARTICLE, page().withBody(pageSource().replace("14 days", "7 days")));
        night();
        now = now.plus(HALF_AN_HOUR);
        read(Purpose.CONFIRM);

        assertThat(states("changed")).containsExactly("open");
    }

    private void adopted() throws Exception {
        answer(ARTICLE, page());
        answer(ENDPOINT, json());
        night();
        night();
        asked();
    }

    private void softNotFound() {
        answer(ARTICLE, html(welcome("")));
        answer(PROBE, html(welcome("")));
    }

    /** Of about the words that the article has, so that it is no page that lost its text. */
    private static String welcome(String article) {
        return """
                <!doctype html><html><head><title>How to cancel a plan</title></head><body><main><h1>How to cancel a plan</h1>%s
                <p>You can choose your topic at any time from the list below, or search for the words that you have in mind.</p>
                <p>We answer all questions of members within the day that they ask them, and keep what we said for others.</p>
                <p>Questions? Write to the team in the profile of your subscription, until the end of the paid period.</p>
                </main></body></html>""".formatted(article);
    }

    private void cite(String path) {
        db.sql("insert into source (url, host, created_at) values (:url, 'localhost', now())")
                .param("url", site.baseUrl() + path)
                .update();
    }

    private void answer(String path, ResponseDefinitionBuilder answer) {
        site.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static String pageSource() throws Exception {
        return Files.readString(Path.of("fixtures/pages/zendesk/cancel-plan/page.html"));
    }

    private static String jsonSource() throws Exception {
        return Files.readString(Path.of("fixtures/pages/zendesk/cancel-plan/article.json"));
    }

    private static ResponseDefinitionBuilder page() throws Exception {
        return html(pageSource()).withHeader("ETag", "\"1\"");
    }

    private static ResponseDefinitionBuilder json() throws Exception {
        return aResponse().withHeader("Content-Type", "application/json").withBody(jsonSource());
    }

    private static ResponseDefinitionBuilder html(String source) {
        return aResponse().withHeader("Content-Type", "text/html").withBody(source);
    }

    /** The paths that were asked for since the last time, but for robots.txt. */
    private List<String> asked() {
        var paths = site.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getUrl())
                .filter(path -> !path.equals("/robots.txt"))
                .toList();
        site.resetRequests();
        return paths;
    }

    private List<String> night() {
        now = now.plus(A_DAY);
        return read(Purpose.REFRESH);
    }

    /** Reads every page as a run does; the verdicts, in the order of the sources. */
    private List<String> read(Purpose purpose) {
        long run = db.sql("""
                        insert into run (job, parameters, as_of, started_at, state)
                        values ('refresh', '{}', now(), now(), 'running') returning id""").query(Long.class).single();
        db.sql("insert into visit (run_id, source_id, purpose, bucket) select :run, id, :purpose, 0 from source")
                .param("run", run)
                .param("purpose", purpose.word())
                .update();
        var probes = new NotFoundProbes(house.get(ProbePaths.class), house.get(Extractor.class));
        List<Visit> visits = visits(run, purpose);
        var records = house.get(SourceRecords.class)
                .of(visits.stream().map(Visit::sourceId).toList());
        var questions = new Questions(house.get(Endpoints.class), house.get(Extractor.class), probes);
        var visited = new ArrayList<Visited>();
        for (Visit visit : visits) {
            Asked asked =
                    questions.ask(visit, records.getOrDefault(visit.sourceId(), OnRecord.NOTHING), now, fetcher::fetch);
            var attempt = new Attempt(run, visit.sourceId(), purpose, visit.url(), now, Duration.ZERO);
            Capture capture = Capture.of(attempt, asked.result(), asked.held());
            visited.add(new Visited(visit, capture, asked.trial(), asked.notFound(), Optional.empty()));
        }
        file(house.get(Interpreter.class).process(visited));
        return db.sql("select verdict from comparison where run_id = :run order by source_id")
                .param("run", run)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Visit> visits(long run, Purpose purpose) {
        record Row(long id, URI url) {}
        var rows = db.sql("select id, url from source order by id")
                .query((row, n) -> new Row(row.getLong(1), URI.create(row.getString(2))))
                .list();
        return rows.stream()
                .map(row -> new Visit(run, purpose, row.id(), row.url(), "localhost"))
                .toList();
    }

    private void file(List<Visited> batch) {
        var transactions = house.get(PlatformTransactionManager.class);
        var filing = new Filing(
                house.get(Snapshots.class),
                house.get(Extractions.class),
                house.get(Comparisons.class),
                house.get(Readings.class),
                house.get(Changes.class),
                house.get(Sightings.class),
                HALF_AN_HOUR,
                transactions);
        new TransactionTemplate(transactions).executeWithoutResult(status -> filing.file(batch));
    }

    private List<String> states(String kind) {
        return db.sql("select state from change_state where kind = :kind order by id")
                .param("kind", kind)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String effectiveUrl() {
        return db.sql("select effective_url from capture order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
