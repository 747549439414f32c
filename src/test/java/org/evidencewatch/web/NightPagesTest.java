package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.FreshnessSql;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs, freshness, hosts and decisions, as a person reads them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class NightPagesTest {

    private static final String ATTACK = "<script>alert(1)</script> \" onload=x ' <img src=x>";

    @Autowired
    private DataSource database;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Freshness freshness;

    @Autowired
    private Limits limits;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Rows rows;
    private Visitor anna;

    @BeforeEach
    void nothingWaits() {
        rows = new Rows(database);
        rows.clear();
        accounts.add("anna", "correct horse", Role.ADMIN, "test");
        anna = new Visitor(port);
        anna.login("anna", "correct horse");
    }

    @Test
    void aJobIsPausedResumedAndAskedForOnItsPage() {
        assertThat(body("/jobs")).contains("10 2 * * * UTC", "Reads every cited page", "Run now", "It was not due yet");

        assertThat(anna.post("/jobs", "/jobs/refresh/pause", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(body("/jobs")).contains("Resume refresh").doesNotContain("Pause refresh");
        anna.post("/jobs", "/jobs/refresh/resume", Map.of());
        anna.post("/jobs", "/jobs/refresh/run", Map.of());
        assertThat(body("/jobs")).contains("Pause refresh", "Asked for: it runs in a few seconds");

        assertThat(anna.post("/jobs", "/jobs/nothing/run", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatBecameOfADueTimeIsTold() {
        rows.db().sql("""
                        insert into due_time (job, due_at, state, passed_over, attempts, note, after_run, at)
                        values ('refresh', '2026-06-10 02:10+00', 'failed', 3, 2, 'disk <full>', 0, now())
                        """).update();

        assertThat(body("/jobs"))
                .contains(
                        "10 Jun 2026, 02:10 UTC",
                        "3 due times before it passed over. Tried 2 times. disk &lt;full&gt;");
    }

    @Test
    void withoutAnythingRecordedEveryPageSaysSo() {
        assertThat(body("/freshness")).contains("No evidence yet", "Age of the evidence");
        assertThat(body("/hosts")).contains("Every page can be read").doesNotContain("One decision clears many");
        assertThat(body("/decisions?company=nobody")).contains("No such decision");
        assertThat(body("/runs?before=1")).contains("No older runs");
        for (String path : List.of("/runs/0", "/runs/x", "/runs/99999999999999999999", "/hosts/nowhere.test")) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(anna.get("/runs?before=drop").statusCode()).isEqualTo(200);
    }

    @Test
    void aRunIsListedAndToldInFull() {
        rows.company("acme", "https://acme.test/1");
        long change = rows.confirmed("https://acme.test/1", "gone", 50);
        queue.settle(clock.instant());
        long run = runOf(change);

        assertThat(body("/runs?before=" + (run + 1))).contains("refresh " + run, "1 of 1", "add up", "completed");
        assertThat(body("/runs/" + run))
                .contains("Yes, they add up", "https://acme.test/1", "Pages by verdict", "Gone", "Open");
        assertThat(body("/runs/" + confirmation(change))).contains("Put before a reviewer", "/queue/acme");
    }

    @Test
    void aSumThatDoesNotComeOutIsNamed() {
        rows.company("acme", "https://acme.test/1");
        long change = rows.observed("https://acme.test/1", "gone", 50);

        assertThat(body("/runs/" + (runOf(change) - 1)))
                .contains("1 pages were attempted, 0 have a verdict")
                .doesNotContain("Yes, they add up");
    }

    @Test
    void whereNoRunGoesOnTheStreamEndsAtOnce() {
        assertThat(body("/runs")).doesNotContain("data-live", "runs.js");
        var answer = anna.get("/runs/live");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.body()).contains("event:end").doesNotContain("event:progress");
    }

    @Test
    void theRunThatGoesOnIsShownAndToldUntilItEnds() {
        rows.company("acme", "https://acme.test/1");
        rows.observed("https://acme.test/1", "gone", 50);
        long run = begin();
        try {
            assertThat(body("/runs")).contains("<progress", "0 of 1 pages, 1 to go", "/assets/runs.js", "data-live");
            Iterator<String> stream = anna.lines("/runs/live").iterator();
            assertThat(stream.next()).isEqualTo("event:progress");
            assertThat(stream.next()).contains("\"planned\":1", "0 of 1 pages, 1 to go");
            end(run);

            var rest = new ArrayList<String>();
            stream.forEachRemaining(rest::add);
            assertThat(rest).endsWith("event:end", "data:" + run, "");
        } finally {
            end(run);
        }
    }

    @Test
    void aRunThatWasCutOffIsNoRunThatGoesOn() {
        long run = begin();
        try {
            rows.db().sql("delete from lease").update();
            assertThat(body("/runs?before=" + (run + 1))).contains("cut off").doesNotContain("data-live");
            assertThat(body("/runs/" + run)).contains("No process works on this run");
        } finally {
            end(run);
        }
    }

    @Test
    void freshnessShowsTheFiguresOfStatusAndDrawsThem() {
        rows.company("acme", "https://acme.test/1", "https://acme.test/2");
        rows.confirmed("https://acme.test/1", "gone", 50);
        queue.settle(clock.instant());

        var objective = Objective.of(freshness.citations(), clock.instant(), limits.limit());
        String page = body("/freshness");
        assertThat(page)
                .contains(
                        objective.within() + " of " + objective.evidence() + " citations", "<svg", "<desc", "<details>")
                .contains("Acme", "Cannot be read since");
        assertThat(page).as("nothing inline").doesNotContain("style=", "<style", "onclick");
        assertThat(everyNumber("<rect x=\"[0-9.]+\" y=\"([0-9.]+)\"", page)).isNotEmpty();
    }

    @Test
    void freshnessAgreesWithSqlThatSharesNothingWithIt() {
        rows.company("acme", "https://acme.test/1", "https://acme.test/2", "https://acme.test/3");
        rows.confirmed("https://acme.test/1", "gone", 50);
        rows.observed("https://acme.test/2", "changed", 50);
        rows.db()
                .sql("update citation set created_at = :old where cited_url = 'https://acme.test/3'")
                .param("old", Timestamp.from(Rows.NIGHT.minus(Duration.ofDays(40))))
                .update();
        var figures = FreshnessSql.of(rows.db(), clock.instant(), limits.limit());

        assertThat(figures.stale()).isPositive();
        assertThat(body("/freshness"))
                .contains(
                        figures.within() + " of " + figures.evidence() + " citations",
                        "<dt>Stale</dt><dd><b>" + figures.stale() + "</b>",
                        "<dt>Cannot be read</dt><dd><b>" + figures.unreadable() + "</b>",
                        Wording.time(figures.unreadableSince().orElseThrow()));
    }

    @Test
    void aHostThatCannotBeReadIsListedWithItsPagesAndWhatOneDecisionClears() {
        for (String company : List.of("acme", "birch")) {
            String url = "https://shut.test/" + company;
            rows.company(company, url);
            rows.confirmed(url, "gone", 50);
        }
        rows.db()
                .sql("update source set host = 'shut.test' where url like 'https://shut.test/%'")
                .update();
        queue.settle(clock.instant());
        long item = queue.show("acme").orElseThrow().id();

        assertThat(body("/hosts"))
                .contains("shut.test", "2 pages", "2 companies", "One decision clears many", "/queue/" + item);
        assertThat(body("/hosts/shut.test"))
                .contains("https://shut.test/acme", "https://shut.test/birch", "/evidence/", "Waits for a reviewer");
    }

    @Test
    void theLogOfDecisionsTellsWhoWhyAndWhatBecameOfIt() {
        decide("walnut");

        assertThat(body("/decisions")).contains("Walnut", "Noise", "anna", "a typo &lt;b&gt;", "Not published yet");
        assertThat(body("/decisions?company=walnut&answer=noise&reviewer=anna")).contains("Walnut");
        assertThat(body("/decisions?company=walnut&answer=defer")).contains("No such decision");
        assertThat(body("/decisions?answer=%00&reviewer=%00&company=%00")).contains("Walnut");

        long id = queue.decisions(queue.show("walnut").orElseThrow()).getFirst().id();
        queue.undo(id, "ben", "another look");
        assertThat(body("/decisions")).contains("Takes back No " + id, "ben, ");
    }

    @Test
    void whatPagesAndPeopleSayIsTextOnly() {
        rows.company("mallory", "javascript:alert(1)//" + ATTACK.replace(' ', '+'));
        rows.db()
                .sql("update company set name = :name where slug = 'mallory'")
                .param("name", ATTACK)
                .update();
        long change = rows.confirmed("javascript:alert(1)//" + ATTACK.replace(' ', '+'), "gone", 50);
        queue.settle(clock.instant());
        long run = runOf(change);

        for (String path : List.of("/runs/" + run, "/freshness", "/hosts", "/decisions?company=%3Cscript%3E")) {
            assertThat(withoutOurScripts(body(path)))
                    .as(path)
                    .doesNotContain("<script", "<img", "onload=x\"", "href=\"javascript");
        }
        assertThat(body("/freshness")).contains("&lt;script&gt;");
        assertThat(body("/hosts")).contains("javascript:alert(1)");
    }

    private String body(String path) {
        return anna.get(path).body();
    }

    private static String withoutOurScripts(String body) {
        return body.replaceAll("<script src=\"/(assets|webjars)/[^\"<>]+\" defer(=\"defer\")?></script>", "");
    }

    private void decide(String company) {
        String url = "https://" + company + ".test/refunds";
        rows.company(company, url);
        rows.confirmed(url, "changed", 50);
        queue.settle(clock.instant());
        String item = Long.toString(queue.show(company).orElseThrow().id());
        String reason = Long.toString(
                queue.show(company).orElseThrow().reasons().getFirst().id());
        HttpResponse<String> answer = anna.post(
                "/queue/" + item,
                "/queue/" + item + "/decide",
                Map.of("reason", reason, "verdict", "noise", "why", "a typo <b>"));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private long runOf(long change) {
        return rows.db()
                .sql("select m.run_id from change h join comparison m on m.id = h.comparison_id where h.id = :change")
                .param("change", change)
                .query(Long.class)
                .single();
    }

    private long confirmation(long change) {
        return rows.db().sql("""
                        select c.run_id from confirmation k join capture c on c.id = k.capture_id
                        where k.change_id = :change""").param("change", change).query(Long.class).single();
    }

    private long begin() {
        long run = rows.db()
                .sql("""
                        insert into run (job, parameters, as_of, started_at, state)
                        values ('refresh', '{}', :at, :at, 'running') returning id""")
                .param("at", Timestamp.from(Rows.NIGHT))
                .query(Long.class)
                .single();
        rows.db().sql("""
                        insert into visit (run_id, source_id, purpose, bucket)
                        select :run, max(id), 'refresh', 0 from source having count(*) > 0""").param("run", run).update();
        rows.db().sql("""
                        insert into lease values ('reading', 'another process', 1, now() + interval '1 minute')
                        on conflict (name) do update set until = excluded.until""").update();
        return run;
    }

    private void end(long run) {
        rows.db()
                .sql("update run set state = 'stopped', ended_at = now(), note = 'test' where id = :run")
                .param("run", run)
                .update();
        rows.db().sql("delete from lease").update();
    }

    private static List<String> everyNumber(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
