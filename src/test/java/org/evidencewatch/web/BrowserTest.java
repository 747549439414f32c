package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class BrowserTest {

    private static final String ATTACK =
            "<script>alert(1)</script><img src=//evil.example/x onerror=alert(2)><svg onload=alert(3)>'\\\" javascript:alert(4)";

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

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
    private Browser browser;

    @BeforeEach
    void anEmptyQueueAndABrowser() {
        rows = new Rows(database);
        rows.clear();
        accounts.add("anna", "correct horse", Role.ADMIN, "test");
        browser = Browser.open(port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aMorningAtTheDeskNeedsNoMouse() {
        queued("alder", "changed", fact("refund window 30 days", "refund window 14 days", 88));
        queued("birch", "changed", Rows.passage("number-changed", "within 14 days", "within 30 days", 60));
        queued("cedar", "changed", Rows.passage("text-removed", "a cookie banner", "another banner", 20));
        browser.login("anna", "correct horse");
        assertThat(browser.text()).contains("3 companies, about 5 minutes");

        // the first company: open, still supported, record: three keys
        browser.keys(Keys.ENTER);
        browser.shows("refund window");
        browser.keys("s");
        browser.keys(Keys.ENTER);
        browser.shows("Recorded: Reworded same meaning");
        assertThat(said("alder")).isEqualTo("reworded-same-meaning: The page says the same in other words.");

        // taken back by one key, and answered as suggested
        browser.keys("u");
        browser.shows("Recorded: Undo");
        browser.go("/queue/alder");
        browser.keys("a");
        browser.keys(Keys.ENTER);
        browser.shows("Recorded: Material worse");
        assertThat(said("alder")).isEqualTo("material-worse: The page states it worse for the subscriber.");

        // views and changes, a claim and its release, the sheet of keys
        browser.go("/queue/birch");
        browser.keys("3");
        browser.until("/queue/" + id("birch") + "?");
        browser.shows("Side by side");
        browser.keys("c");
        browser.shows("You hold this item until");
        browser.keys("?");
        browser.shows("next, previous company");
        browser.keys(Keys.ESCAPE);
        browser.keys("x");
        browser.keys(Keys.ENTER);
        browser.shows("Recorded: Noise");

        // the last one is put off: a date is asked for
        browser.go("/queue/cedar");
        browser.keys("d");
        browser.keys("12312026", Keys.ENTER);
        browser.shows("Recorded: Defer");
        browser.go("/queue");
        browser.shows("Nothing to review");

        // and the index goes out
        browser.go("/publish");
        browser.driver().findElement(By.id("final")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows.count("publication where last_decision_id = (select max(id) from decision)") > 0);
        browser.go("/publish");
        browser.shows("0 decisions");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keysMoveThroughTheInboxAndSearchIt() {
        queued("alder", "changed", Rows.passage("number-changed", "within 14 days", "within 30 days", 80));
        queued("birch", "changed", Rows.passage("number-changed", "within 14 days", "within 30 days", 40));
        browser.login("anna", "correct horse");

        browser.keys("j");
        assertThat(browser.driver().switchTo().activeElement().getText()).contains("Birch");
        browser.keys("k");
        assertThat(browser.driver().switchTo().activeElement().getText()).contains("Alder");
        browser.keys("/");
        browser.keys("birch", Keys.ENTER);
        browser.shows("1 company");
        assertThat(browser.text()).doesNotContain("Alder");
        browser.go("/queue");
        browser.keys("c");
        browser.shows("You hold this item until");
        browser.keys("j");
        browser.shows("Birch");
    }

    @Test
    void hostileWordsStayWordsAndNothingIsAskedOfAnotherHost() {
        queued("alder", "changed", Rows.passage("number-changed", ATTACK, ATTACK + " more", 60));
        rows.company("birch", "https://birch.test/<script>alert(5)</script>", "javascript:alert(6)");
        rows.confirmed("javascript:alert(6)", "changed", 50);
        queue.settle(clock.instant());
        queue.note("alder", "anna", ATTACK);
        browser.login("anna", "correct horse");

        for (String page : pages()) {
            browser.go(page);
            assertThat(browser.dialog()).as(page).isFalse();
        }
        assertThat(browser.requestsElsewhere()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyPageIsAccessibleInBothSchemesAndFitsATelephone() {
        rows.db().sql("""
                insert into alert (kind, subject, detail, opened_at, urgent)
                values ('run-failed', 'job:refresh', 'refresh failed', now() - interval '3 days', true),
                       ('cannot-read', 'source:1', 'not readable', now() - interval '9 days', false);
                insert into alert_answer (alert_id, answer, cause, person, why, at)
                select id, 'acknowledged', '', 'anna', 'we wrote to them', now() from alert where kind = 'cannot-read'
                """).update();
        queued("alder", "changed", fact("refund window 30 days", "refund window 14 days", 88));
        rows.company("alder", "https://alder.test/2");
        rows.confirmed("https://alder.test/2", "moved", 30);
        queue.settle(clock.instant());
        queue.note("alder", "anna", "they answer on Monday");
        browser.login("anna", "correct horse");

        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            // a stored page is other people's, and no script runs on it
            for (String page :
                    addresses().filter(page -> !page.endsWith("/rendered")).toList()) {
                browser.width(1400);
                browser.go(page);
                assertThat(violations(scheme)).as(page + " in " + scheme).isEmpty();
                browser.width(400);
                assertThat(browser.overflows()).as(page + " at 400 px").isFalse();
            }
        }
    }

    @Test
    void ofTwoAtOneItemTheSecondSeesWhatTheFirstDid() {
        queued("alder", "changed", Rows.passage("number-changed", "within 14 days", "within 30 days", 60));
        rows.company("alder", "https://alder.test/2");
        rows.confirmed("https://alder.test/2", "changed", 50);
        queue.settle(clock.instant());
        accounts.add("ben", "battery staple", Role.REVIEWER, "test");
        try (Browser other = Browser.open(port)) {
            browser.login("anna", "correct horse");
            other.login("ben", "battery staple");
            long reason = queue.show("alder").orElseThrow().reasons().getFirst().id();
            browser.go("/queue/alder");
            other.go("/queue/alder");

            browser.keys("x");
            browser.keys(Keys.ENTER);
            browser.shows("Recorded: Noise");
            other.keys("s");
            other.keys(Keys.ENTER);

            other.shows("Decisions");
            assertThat(other.text())
                    .contains("Nothing that a reader of the index would care about.")
                    .doesNotContain("Not done");
            assertThat(rows.count("decision where reason_id = " + reason)).isEqualTo(1);
        }
    }

    private Stream<String> addresses() {
        long capture = rows.db()
                .sql("select max(id) from capture where good")
                .query(Long.class)
                .single();
        long citation =
                rows.db().sql("select max(id) from citation").query(Long.class).single();
        long run = rows.db().sql("select max(id) from run").query(Long.class).single();
        String item = "/queue/" + id("alder");
        return Stream.of(
                "/queue",
                "/queue?q=nothing-like-it",
                item,
                item + "?view=2",
                item + "?view=3",
                item + "?view=4",
                item + "?view=5",
                "/companies",
                "/companies/alder",
                "/evidence/" + citation,
                "/compare/" + capture + "/" + capture,
                "/captures/" + capture + "/rendered",
                "/runs",
                "/runs/" + run,
                "/freshness",
                "/hosts",
                "/alerts",
                "/jobs",
                "/decisions",
                "/publish",
                "/accounts",
                "/me");
    }

    private List<String> pages() {
        return addresses().toList();
    }

    /** By all rules in light; in dark only colours differ. */
    private List<String> violations(String scheme) {
        return scheme.equals("dark")
                ? browser.violations("rule", List.of("color-contrast"))
                : browser.violations("tag", WCAG);
    }

    private void queued(String slug, String kind, String passages) {
        String url = "https://" + slug + ".test/refunds";
        rows.company(slug, url);
        if (rows.count("revision r join company c on c.id = r.company_id where c.slug = '" + slug + "'") == 0) {
            rows.published(slug, 83, "A", Map.of("refund", "Refunds within 30 days."));
            rows.names(slug, "refund", url);
        }
        rows.confirmed(url, kind, 60, passages);
        queue.settle(clock.instant());
    }

    private static String fact(String before, String after, int severity) {
        return Rows.passage("fact-worse", before, after, severity);
    }

    private long id(String slug) {
        return queue.show(slug).orElseThrow().id();
    }

    private String said(String slug) {
        return rows.db().sql("""
                        select d.verdict || ': ' || d.why from decision d join company c on c.id = d.company_id
                        where c.slug = :slug order by d.id desc limit 1
                        """).param("slug", slug).query(String.class).single();
    }
}
