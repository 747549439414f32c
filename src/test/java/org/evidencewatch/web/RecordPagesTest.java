package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class RecordPagesTest {

    private static final String ATTACK =
            "<script>alert(1)</script><img src=x onerror=alert(1)>\"' ${1234*1001} [[${1234*1001}]]";
    private static final String REFUNDS = page("Refunds within <b>14</b> days of the purchase, if you ask us for it.");
    private static final String NEW_REFUNDS =
            page("Refunds within <b>30</b> days of the purchase, if you ask us for it.");

    @Autowired
    private DataSource database;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Rows rows;
    private Visitor anna;

    @BeforeEach
    void logIn() {
        rows = new Rows(database);
        rows.clear();
        accounts.add("anna", "correct horse", Role.REVIEWER, "test");
        anna = new Visitor(port);
        anna.login("anna", "correct horse");
    }

    @Test
    void theFirstViewShowsThePassagesThatDiffer() {
        String page = compared(1, REFUNDS, NEW_REFUNDS);

        assertThat(page)
                .contains("1 passage differs", "<del><strong>14</strong></del>", "<ins><strong>30</strong></ins>")
                .contains("Read well", "nightly read", "20 Nov 2026, 02:00 UTC")
                .doesNotContain("stays usable");
    }

    @Test
    void whatRecordsQuoteStandsAboveWhatDiffers() {
        rows.company("quoting", "https://example.test/");
        rows.db()
                .sql("update citation set quote_exact = 'within 14 days' where cited_url = 'https://example.test/'")
                .update();

        assertThat(compared(1, REFUNDS, NEW_REFUNDS))
                .containsSubsequence("Quoted by Quoting", "No longer in these words", "Reworded");
    }

    @Test
    void theReadingViewShowsTheWholeTextWithItsChanges() {
        assertThat(compared(2, REFUNDS, NEW_REFUNDS))
                .contains(
                        "Our rules</h3>",
                        "stays usable",
                        "<del><strong>14</strong></del> <ins><strong>30</strong></ins>");
    }

    @Test
    void theThirdViewShowsBothSidesAndTheFourthFoldsWhatIsAlike() {
        assertThat(compared(3, REFUNDS, NEW_REFUNDS)).contains("stays usable").doesNotContain("blocks alike");
        assertThat(compared(4, REFUNDS, NEW_REFUNDS)).contains("block alike").doesNotContain("stays usable");
    }

    @Test
    void theFifthViewShowsWhatIsOnRecordAndWhereTheSourceDiffers() {
        String page = compared(5, REFUNDS + "<a href=/old>Old</a>", REFUNDS + "<a href=/new>Fresh</a>");

        assertThat(page)
                .contains("SHA-256", "Extractor", "HTTP status")
                .contains("Old · https://example.test/old", "Fresh · https://example.test/new")
                .contains("&lt;a href=/new&gt;Fresh&lt;/a&gt;");
    }

    @Test
    void stepsToTheCapturesBesideEachSide() {
        long first = capture(REFUNDS);
        long second = capture(REFUNDS + " ");
        long third = capture(NEW_REFUNDS);

        assertThat(anna.get("/compare/%d/%d?view=4".formatted(second, third)).body())
                .contains("href=\"/compare/%d/%d?view=4\"".formatted(first, third))
                .contains("href=\"/compare/%d/%d?view=4\"".formatted(second, second))
                .contains("href=\"/compare/%d/%d?view=4\"".formatted(third, third));
        assertThat(anna.get("/compare?before=%d&after=%d".formatted(first, third))
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/compare/%d/%d".formatted(first, third)));
    }

    @Test
    void saysWhenASideShowsNoPage() {
        long good = capture(REFUNDS);
        long empty =
                capture("<!doctype html><title>Just a moment...</title><body>Checking your browser before accessing");

        assertThat(anna.get("/compare/%d/%d".formatted(good, empty)).body())
                .contains("Capture %d shows no page whose words could be compared".formatted(empty))
                .doesNotContain("No passage differs");
        assertThat(anna.get("/compare/%d/%d?view=5".formatted(good, empty)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatPagesSayIsTextInEveryView(int view) {
        String hostile = ATTACK.replace("<", "&lt;");

        assertThat(compared(view, page(hostile + " 14 days"), page(hostile + " 30 days")))
                .contains("&lt;")
                .doesNotContain("<script>", "<img", "1235234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/compare/999999/1",
                "/captures/999999/rendered",
                "/captures/999999/raw",
                "/companies/nobody",
                "/evidence/999999"
            })
    void whatIsNotOnRecordIsNotFound(String path) {
        var answer = anna.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Not found");
    }

    @Test
    void aRenderedCaptureIsAnsweredInASandboxOfItsOwn() {
        long id = capture(REFUNDS + ATTACK + "<p onclick=x><a href='javascript:x'>link</a><meta http-equiv=refresh>");

        var answer = anna.get("/captures/%d/rendered".formatted(id));

        assertThat(answer.body())
                .contains("<h1>Our rules</h1>", "<b>14</b>", "<p>link</p>")
                .doesNotContain("<script", "<img", "onclick", "javascript", "refresh");
        assertSandboxed(answer, "text/html;charset=utf-8");
    }

    @Test
    void aRawCaptureIsPlainText() {
        var answer = anna.get("/captures/%d/raw".formatted(capture(REFUNDS + ATTACK)));

        assertThat(answer.body()).contains("<b>14</b>", ATTACK);
        assertSandboxed(answer, "text/plain;charset=utf-8");
    }

    @Test
    void companiesAreListedAndFound() {
        for (int i = 10; i < 70; i++) {
            rows.company("list-" + i, "https://list.test/" + i);
        }
        rows.published("list-10", 83, "A", Map.of("refund", "Refunds within 14 days"));

        String first = anna.get("/companies?q=list-").body();
        String next = anna.get("/companies?q=list-&after=list-59").body();

        assertThat(first)
                .contains("/companies/list-10", "83", "not all of it yet", "after=list-59")
                .doesNotContain("list-60");
        assertThat(next)
                .contains("/companies/list-60", "/companies/list-69", "From A")
                .doesNotContain("list-59\"");
        assertThat(anna.get("/companies?q=" + "List%2042").body())
                .contains("/companies/list-42")
                .doesNotContain("list-43");
        assertThat(anna.get("/companies?q=%25").body()).contains("Nothing found");
        assertThat(anna.get("/companies?q=%3Cscript%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void aCompanyIsShownWithWhatItRestsOn() {
        String url = "https://rests.test/refunds";
        rows.company("rests", url, "javascript:alert(1)");
        rows.published("rests", 83, "A", Map.of("refund", "Refunds within 14 days. " + ATTACK));
        rows.names("rests", "refund", url);
        rows.confirmed(url, "changed", 50);
        queue.settle(clock.instant());

        String page = anna.get("/companies/rests").body();

        assertThat(page)
                .contains(
                        "Rests",
                        "83",
                        "Refunds within 14 days",
                        "Waits for an answer",
                        "/queue/",
                        "Import of rests.json")
                .contains(
                        "href=\"/evidence/" + citation(url),
                        "href=\"" + url + "\" rel=\"noopener noreferrer nofollow\"")
                .contains("Never confirmed", "javascript:alert(1)")
                .doesNotContain("href=\"javascript", "<script>", "<img", "1235234");
    }

    @Test
    void aCompanyOfWhichLittleIsKnownHasAPageToo() {
        rows.company("bare");
        rows.published("bare", 50, "C", Map.of());

        assertThat(anna.get("/companies/bare").body())
                .contains("It states nothing yet", "It cites no page as evidence", "50");
    }

    @Test
    void aTimelineOffersAnyTwoCapturesToCompare() {
        String url = "https://line.test/refunds";
        rows.company("line", url);
        rows.confirmed(url, "changed", 50);
        List<Long> captures = rows.db()
                .sql("select k.id from capture k join source s on s.id = k.source_id where s.url = :url order by k.id")
                .param("url", url)
                .query((row, n) -> row.getLong(1))
                .list();

        String page = anna.get("/evidence/" + citation(url)).body();

        assertThat(page).contains("Refund policy", "Changed", "confirms change", "severity 50", "action=\"/compare\"");
        for (long capture : captures) {
            assertThat(page).contains("name=\"before\" value=\"" + capture, "name=\"after\" value=\"" + capture);
        }
        assertThat(anna.get("/evidence/%d?below=%d".formatted(citation(url), captures.get(1)))
                        .body())
                .contains("capture <span>" + captures.getFirst(), "Newest")
                .doesNotContain("confirms change");
    }

    @Test
    void aTimelineTellsWhatPeopleDecided() {
        String url = "https://decided.test/refunds";
        rows.company("decided", url);
        rows.confirmed(url, "changed", 50);
        queue.settle(clock.instant());
        var item = queue.show("decided").orElseThrow();
        String reason = Long.toString(item.reasons().getFirst().id());
        anna.post(
                "/queue/" + item.id(),
                "/queue/" + item.id() + "/decide",
                Map.of("reason", reason, "verdict", "noise", "why", "only a typo " + ATTACK));

        assertThat(anna.get("/evidence/" + citation(url)).body())
                .contains("What people did", "Noise", "anna", "only a typo", "&lt;script&gt;")
                .doesNotContain("<script>", "<img");
    }

    @Test
    void aPageThatWasNeverReadHasAnEmptyTimeline() {
        rows.company("unread", "https://unread.test/");

        assertThat(anna.get("/evidence/" + citation("https://unread.test/")).body())
                .contains("Never read")
                .doesNotContain("Compare the chosen two");
    }

    private static void assertSandboxed(HttpResponse<String> answer, String type) {
        var headers = answer.headers();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(headers.firstValue("content-type").orElseThrow()).isEqualToIgnoringCase(type);
        assertThat(headers.allValues("content-security-policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .startsWith("sandbox; default-src 'none'; style-src 'self'")
                        .contains("frame-ancestors 'self'"));
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("cache-control").orElseThrow()).startsWith("private");
    }

    private String compared(int view, String before, String after) {
        return anna.get("/compare/%d/%d?view=%d".formatted(capture(before), capture(after), view))
                .body();
    }

    private long capture(String html) {
        return rows.captured("https://example.test/", html, Rows.NIGHT);
    }

    private long citation(String url) {
        return rows.db()
                .sql("select t.id from citation t join source s on s.id = t.source_id where s.url = :url")
                .param("url", url)
                .query(Long.class)
                .single();
    }

    private static String page(String words) {
        return """
                <!doctype html><html lang=en><title>Our rules</title><main><h1>Our rules</h1><p>%s</p>
                <p>Your plan stays usable until the end of the period that you have paid for.</p></main>
                """.formatted(words);
    }
}
