package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class PagesTest {

    /** The pages and the queue behind them, on a database of their own. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("org.evidencewatch")
    @ComponentScan(
            basePackages = {
                "org.evidencewatch.alert",
                "org.evidencewatch.change",
                "org.evidencewatch.citation",
                "org.evidencewatch.extract",
                "org.evidencewatch.fetch",
                "org.evidencewatch.job",
                "org.evidencewatch.publish",
                "org.evidencewatch.review",
                "org.evidencewatch.score",
                "org.evidencewatch.snapshot",
                "org.evidencewatch.web"
            })
    static class Rooms {

        @Bean
        DataSource database() {
            return TestDatabase.fresh();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Rows.NIGHT.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        }
    }

    private static final String URL = "https://acme.test/refunds";

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

    @BeforeEach
    void emptyQueue() {
        rows = new Rows(database);
        rows.clear();
        accounts.add("anna", "correct horse", Role.ADMIN, "test");
        accounts.add("ben", "battery staple", Role.REVIEWER, "test");
    }

    /** Nothing waits any more, and nothing is cited. */
    @Test
    void aRightPasswordOpensTheQueueAndTheSessionCookieIsGuarded() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/login").body()).contains("Log in");

        var answer = visitor.login("anna", "correct horse");

        assertThat(location(answer)).endsWith("/queue");
        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(visitor.get("/queue").body()).contains("Nothing to review", "anna", "Log out");
        assertThat(location(visitor.get("/"))).endsWith("/queue");
    }

    @Test
    void aWrongPasswordIsToldSoWithoutSayingWhetherTheNameExists() {
        assertThat(location(new Visitor(port).login("anna", "wrong"))).endsWith("/login?wrong");
        var stranger = new Visitor(port);
        assertThat(location(stranger.login("nobody", "wrong"))).endsWith("/login?wrong");
        assertThat(stranger.get("/login?wrong").body()).contains("Wrong name or password");
    }

    @Test
    void guessingClosesTheAccountEvenToTheRightPassword() {
        accounts.add("carla", "the right one", Role.READER, "test");
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(location(new Visitor(port).login("carla", "guess " + i))).endsWith("/login?wrong");
        }
        var visitor = new Visitor(port);

        assertThat(location(visitor.login("carla", "the right one"))).endsWith("/login?wait");
        assertThat(visitor.get("/login?wait").body()).contains("Too many attempts");
    }

    @Test
    void everyPageForbidsScriptsFramesAndReferrers() {
        var headers = new Visitor(port).get("/login").headers();

        assertThat(headers.firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'",
                                "style-src 'self'",
                                "form-action 'self'",
                                "frame-ancestors 'none'"));
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
    }

    @Test
    void aPostWithoutItsTokenDoesNothing() {
        String item = queued("changed");
        var anna = loggedIn("anna", "correct horse");

        var answer = anna.send(
                "POST", "/queue/" + item + "/decide", Map.of("reason", reason(), "verdict", "noise", "why", "because"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not sent from this session");
        assertThat(rows.count("reason where closed_at is null")).isEqualTo(1);
        assertThat(location(new Visitor(port).send("POST", "/login", Map.of("username", "anna"))))
                .endsWith("/login?expired");
    }

    @Test
    void aDecisionThroughTheFormIsRecordedUnderTheReadersName() {
        String item = queued("changed");
        var anna = loggedIn("anna", "correct horse");
        assertThat(anna.get("/queue").body()).contains("Acme", "Changed", "rank", "1 company, about");

        var answer = anna.post(
                "/queue/" + item,
                "/queue/" + item + "/decide",
                Map.of("reason", reason(), "verdict", "material-worse", "why", "the term doubled"));

        assertThat(location(answer)).endsWith("/queue");
        assertThat(anna.get("/queue").body())
                .contains("Recorded: Material worse", "Nothing to review", "To score again", "acme");
        assertThat(anna.get("/queue/" + item).body()).contains("All answered", "the term doubled", "03:00 UTC");
        assertThat(rows.count(
                        "decision where reviewer = 'anna' and verdict = 'material-worse' and why = 'the term doubled'"))
                .isEqualTo(1);
    }

    @Test
    void aDecisionSentTwiceSaysWhoDecidedAndWhen() {
        String item = queued("changed");
        var anna = loggedIn("anna", "correct horse");
        var form = Map.of("reason", reason(), "verdict", "noise", "why", "a slip of the pen");
        anna.post("/queue/" + item, "/queue/" + item + "/decide", form);

        var again = anna.post("/queue/" + item, "/queue/" + item + "/decide", form);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("Already decided", "anna said Noise on 20 Nov 2026, 03:00 UTC: a slip of the pen");
        assertThat(rows.count("decision where why = 'a slip of the pen'")).isEqualTo(1);
    }

    @Test
    void aDecisionWithoutAReasonIsHandedBackWithWhatWasTyped() {
        String item = queued("changed");
        var anna = loggedIn("anna", "correct horse");

        var noWhy = anna.post(
                "/queue/" + item,
                "/queue/" + item + "/decide",
                Map.of("reason", reason(), "verdict", "noise", "why", " "));
        assertThat(noWhy.statusCode()).isEqualTo(422);
        assertThat(noWhy.body()).contains("The explanation (why) is missing.");

        var noDate = anna.post(
                "/queue/" + item,
                "/queue/" + item + "/decide",
                Map.of("reason", reason(), "verdict", "defer", "why", "they answer on Monday"));
        assertThat(noDate.statusCode()).isEqualTo(422);
        assertThat(noDate.body()).contains("Say until when", "they answer on Monday</textarea>");
    }

    @Test
    void whatAnotherHoldsCanBeReadAndNotDecided() {
        String item = queued("changed");
        String reason = reason();
        var anna = loggedIn("anna", "correct horse");
        var ben = loggedIn("ben", "battery staple");
        String token = ben.token("/queue/" + item);

        assertThat(location(anna.post("/queue/" + item, "/queue/" + item + "/claim", Map.of())))
                .endsWith("/queue/" + item);
        assertThat(anna.get("/queue/" + item).body()).contains("You hold this item until");
        assertThat(ben.get("/queue").body()).contains("held by anna");
        assertThat(ben.get("/queue/" + item).body())
                .contains("holds this item until")
                .doesNotContain("Record decision");

        var answer = ben.send(
                "POST",
                "/queue/" + item + "/decide",
                Map.of("_csrf", token, "reason", reason, "verdict", "noise", "why", "the card is right"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Held by anna", "What you typed", "the card is right");

        anna.post("/queue/" + item, "/queue/" + item + "/release", Map.of());
        assertThat(ben.get("/queue/" + item).body()).contains("Nobody holds this item", "Record decision");
    }

    @Test
    void whatPagesAndRecordsSayIsShownAsTextOnly() {
        String attack = "<script>alert(1)</script> \\\" onload=x ' <img src=x>";
        rows.company("acme", "javascript:alert(1)");
        rows.confirmed(
                "javascript:alert(1)",
                "changed",
                50,
                Rows.passage("number-changed", attack, attack + " <b>more</b>", 50));
        queue.settle(clock.instant());
        var anna = loggedIn("anna", "correct horse");

        for (String page : List.of("/queue", "/queue/acme")) {
            assertThat(anna.get(page).body())
                    .contains("&lt;script&gt;", "<ins>", "&lt;b&gt;more&lt;/b&gt;")
                    .doesNotContain("<script>", "<img", "<b>more", "href=\"javascript");
        }
        assertThat(anna.get("/queue/acme").body())
                .contains("javascript:alert(1)")
                .doesNotContain("Open the page");
    }

    @Test
    void addressesOfTheWebAreLinkedWithoutTellingThemWhoCame() {
        queued("gone");
        assertThat(loggedIn("anna", "correct horse").get("/queue/acme").body())
                .contains("href=\"" + URL + "\" rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void aPageThatMovedIsShownWithTheAddressAtWhichItMayBe() {
        queued("moved");
        assertThat(loggedIn("anna", "correct horse").get("/queue/acme").body())
                .contains("It may be at", "href=\"https://moved.test/");
    }

    @Test
    void factsStandAboveTheWordsThatTheyWereReadFrom() {
        String fact = Rows.passage("fact-worse", "refund window 14 days", "refund window 7 days", 88);
        String words = Rows.passage("number-changed", "refunds within 14 days", "refunds within 7 days", 66);
        rows.company("acme", URL);
        rows.confirmed(URL, "changed", 88, fact.replace("]", ",") + words.substring(1));
        queue.settle(clock.instant());

        String page = loggedIn("anna", "correct horse").get("/queue/acme").body();

        assertThat(page)
                .contains("What it stated, and states now", ">Worse<", "refund window <del>14</del> days")
                .containsSubsequence("refund window", "Number changed", "refunds within");
    }

    @Test
    void severalReasonsCanBeAnsweredAtOnceAndOnlyThoseThatWereShown() {
        queued("changed");
        rows.company("acme", "https://acme.test/2");
        rows.confirmed("https://acme.test/2", "quote-lost", 70);
        queue.settle(clock.instant());
        String shown = queue.show("acme").orElseThrow().reasons().stream()
                .map(reason -> Long.toString(reason.id()))
                .collect(Collectors.joining(","));
        String item = Long.toString(queue.show("acme").orElseThrow().id());
        var anna = loggedIn("anna", "correct horse");
        assertThat(anna.get("/queue/" + item).body()).contains("Answer all 2 reasons at once");
        rows.company("acme", "https://acme.test/3");
        rows.confirmed("https://acme.test/3", "changed", 10);
        queue.settle(clock.instant());

        var answer = anna.post(
                "/queue/" + item,
                "/queue/" + item + "/decide",
                Map.of("reason", shown, "verdict", "noise", "why", "a redesign"));

        assertThat(location(answer)).endsWith("/queue/" + item);
        assertThat(queue.show(item).orElseThrow().reasons())
                .singleElement()
                .satisfies(left -> assertThat(left.url()).contains("https://acme.test/3"));
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        var anna = loggedIn("anna", "correct horse");

        assertThat(anna.get("/queue/nobody").statusCode()).isEqualTo(404);
        assertThat(anna.get("/queue/nobody").body()).contains("Not found", "Back to the queue");
        assertThat(anna.get("/no/such/page").body()).contains("Not found", "Back to the queue");
    }

    private String queued(String kind) {
        rows.company("acme", URL);
        rows.confirmed(URL, kind, 50);
        queue.settle(clock.instant());
        return Long.toString(queue.show("acme").orElseThrow().id());
    }

    private String reason() {
        return Long.toString(
                queue.show("acme").orElseThrow().reasons().getFirst().id());
    }

    private Visitor loggedIn(String name, String password) {
        var visitor = new Visitor(port);
        assertThat(location(visitor.login(name, password))).endsWith("/queue");
        return visitor;
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
