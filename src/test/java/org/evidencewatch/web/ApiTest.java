package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.evidencewatch.web.Program.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.Tokens;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class ApiTest {

    private static final String URL = "https://acme.test/refunds";
    private static final String ATTACK = "<script>alert(1)</script>\\\"' <img src=x onerror=alert(1)>";
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    @Autowired
    private DataSource database;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Rows rows;
    private Program ben;

    @BeforeEach
    void emptyQueue() {
        rows = new Rows(database);
        rows.clear();
        ben = Program.of(port, Role.REVIEWER, "ben", accounts, tokens);
    }

    @Test
    void recordsAreListedFromPageToPageByTheLinkInTheHeader() {
        for (int i = 10; i < 15; i++) {
            rows.company("paged-" + i, "https://paged.test/" + i);
        }
        rows.published("paged-10", 83, "A", Map.of("refund", "Refunds within 14 days"));

        assertThat(walk("/api/v1/records?q=paged-&limit=2", "slug"))
                .containsExactly("paged-10", "paged-11", "paged-12", "paged-13", "paged-14");
        var first = json(ben.get("/api/v1/records?q=paged-&limit=2"));
        assertThat(first.path("next").asString()).isEqualTo("paged-11");
        assertThat(first.at("/items/0/grade").asString()).isEqualTo("A");
        assertThat(json(ben.get("/api/v1/records?q=paged-")).has("next")).isFalse();
    }

    @Test
    void aRecordSaysWhatItStatesAndWhatItRestsOn() {
        rows.company("stated", "https://stated.test/");
        rows.published("stated", 83, "A", Map.of("refund", "Refunds within 14 days"));
        rows.names("stated", "refund", "https://stated.test/");

        var record = json(ben.get("/api/v1/records/stated"));

        assertThat(record.path("score").asInt()).isEqualTo(83);
        assertThat(record.at("/claims/0/statement").asString()).isEqualTo("Refunds within 14 days");
        assertThat(record.at("/citations/0/url").asString()).isEqualTo("https://stated.test/");
        assertThat(record.path("basis").asString()).isEqualTo("import");
    }

    @Test
    void citationsLeadToTheirCapturesAndTheseToTheirBytesDigest() {
        rows.company("cited", "https://cited.test/1", "https://cited.test/2", "https://cited.test/3");
        rows.confirmed("https://cited.test/1", "changed", 50);

        assertThat(walk("/api/v1/citations?company=cited&limit=2", "url"))
                .containsExactly("https://cited.test/1", "https://cited.test/2", "https://cited.test/3");
        long id = json(ben.get("/api/v1/citations?company=cited"))
                .at("/items/0/id")
                .asLong();
        assertThat(json(ben.get("/api/v1/citations/" + id)).path("company").asString())
                .isEqualTo("cited");
        List<String> captures = walk("/api/v1/citations/" + id + "/captures?limit=2", "capture");
        assertThat(captures).hasSize(3);
        assertThat(json(ben.get("/api/v1/citations/" + id + "/captures"))
                        .at("/items/1/verdict")
                        .asString())
                .isEqualTo("changed");
        var capture = json(ben.get("/api/v1/captures/" + captures.getFirst()));
        assertThat(capture.path("digest").asString()).matches("[0-9a-f]{64}");
        assertThat(capture.at("/reading/state").asString()).isEqualTo("OK");
        assertThat(capture.path("url").asString()).isEqualTo("https://cited.test/1");
    }

    @Test
    void aDiffNamesTheWordsThatDiffer() {
        long before = rows.captured("https://diff.test/", page("Refunds within 14 days of it."), Rows.NIGHT);
        long after = rows.captured("https://diff.test/", page("Refunds within 30 days of it."), Rows.NIGHT);

        var diff = json(ben.get("/api/v1/diffs/%d/%d".formatted(before, after)));

        assertThat(diff.path("verdict").asString()).isEqualTo("changed");
        assertThat(diff.path("severity").asInt()).isPositive();
        assertThat(diff.at("/passages/0/fate").asString()).isEqualTo("reworded");
        assertThat(diff.at("/passages/0/words").toString())
                .contains("{\"before\":\"14 \",\"after\":\"30 \",\"alike\":false}");
    }

    @Test
    void aCaptureWithoutAPageIsComparedWithNothing() {
        long good = rows.captured("https://diff.test/", page("Refunds within 14 days of it."), Rows.NIGHT);
        long none = rows.captured(
                "https://diff.test/",
                "<!doctype html><title>Just a moment...</title><body>Checking your browser before accessing",
                Rows.NIGHT);

        assertProblem(ben.get("/api/v1/diffs/%d/%d".formatted(good, none)), 409);
    }

    @Test
    void theQueueIsListedByWhatIsAtStakeAndFilteredLikeTheInbox() {
        for (int i = 1; i < 6; i++) {
            rows.company("waits-" + i, "https://waits.test/" + i);
            rows.confirmed("https://waits.test/" + i, i == 5 ? "quote-lost" : "changed", 90 - i);
        }
        queue.settle(clock.instant());

        assertThat(walk("/api/v1/queue?limit=2", "company"))
                .hasSize(5)
                .startsWith("waits-1")
                .doesNotHaveDuplicates();
        var page = json(ben.get("/api/v1/queue?lane=lost-quote"));
        assertThat(page.at("/items/0/company").asString()).isEqualTo("waits-5");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/lanes/Changed").asInt()).isEqualTo(4);
        ben.post("/api/v1/queue/waits-3/claim", "");
        assertThat(json(ben.get("/api/v1/queue?whose=mine"))
                        .at("/items/0/heldBy")
                        .asString())
                .isEqualTo("ben");
        assertThat(json(ben.get("/api/v1/queue?whose=free")).path("total").asInt())
                .isEqualTo(4);
        assertThat(json(ben.get("/api/v1/queue?q=waits-2")).path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void takingTheNextItemHoldsItUntilItIsGivenBack() {
        queued();
        var carl = Program.of(port, Role.REVIEWER, "carl", accounts, tokens);

        var taken = ben.post("/api/v1/queue/next", "");

        assertThat(json(taken).path("heldBy").asString()).isEqualTo("ben");
        assertThat(etag(taken)).isEqualTo(etag(ben.get("/api/v1/queue/acme")));
        assertThat(carl.post("/api/v1/queue/next", "").statusCode()).isEqualTo(204);
        var held = carl.post("/api/v1/queue/acme/claim", "");
        assertProblem(held, 409);
        assertThat(json(held).path("heldBy").asString()).isEqualTo("ben");
        assertThat(ben.post("/api/v1/queue/acme/renew", "").statusCode()).isEqualTo(200);
        assertThat(ben.post("/api/v1/queue/acme/release", "").statusCode()).isEqualTo(200);
        assertThat(carl.post("/api/v1/queue/acme/claim", "").statusCode()).isEqualTo(200);
    }

    @Test
    void notesStayWithTheItem() {
        queued();

        assertThat(ben.post("/api/v1/queue/acme/notes", "{\"text\": \"ask them\"}")
                        .statusCode())
                .isEqualTo(201);

        assertThat(json(ben.get("/api/v1/queue/acme")).at("/notes/0/text").asString())
                .isEqualTo("ask them");
        assertProblem(ben.post("/api/v1/queue/acme/notes", "{}"), 422);
        assertProblem(ben.post("/api/v1/queue/acme/notes", "{\"text\": \"a\\u0000b\"}"), 422);
    }

    @Test
    void aDecisionIsRecordedInTheNameOfTheTokensOwner() {
        queued();

        var answer = decide(noise(""), etag(ben.get("/api/v1/queue/acme")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/decisions/0/by").asString()).isEqualTo("ben");
        assertThat(json(answer).at("/item/closedAt").asString()).isNotEmpty();
        var log = json(ben.get("/api/v1/decisions?company=acme&reviewer=ben&limit=1"));
        assertThat(log.at("/items/0/decision/verdict").asString()).isEqualTo("noise");
    }

    @Test
    void aDecisionIsTakenBackOnceAndWithAReason() {
        queued();
        long id = json(decide(noise(""), etag(ben.get("/api/v1/queue/acme"))))
                .at("/decisions/0/id")
                .asLong();
        String undo = "/api/v1/decisions/" + id + "/undo";

        assertProblem(ben.post(undo, "{}"), 422);
        assertThat(ben.post(undo, "{\"why\": \"too fast\"}").statusCode()).isEqualTo(201);
        assertProblem(ben.post(undo, "{\"why\": \"too fast\"}"), 409);
        assertProblem(ben.post("/api/v1/decisions/999999/undo", "{\"why\": \"x\"}"), 404);
        assertThat(queue.show("acme").orElseThrow().reasons()).hasSize(1);
    }

    @Test
    void oneAnswerIsGivenEverywhereAndToldForEachCompany() {
        String shared = "https://shared.test/terms";
        rows.company("acme", shared);
        rows.company("bolt", shared);
        rows.confirmed(shared, "changed", 50);
        queue.settle(clock.instant());

        var answer = decide(noise(", \"everywhere\": true"), etag(ben.get("/api/v1/queue/acme")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("members").findValuesAsString("company"))
                .containsExactlyInAnyOrder("acme", "bolt");
    }

    @Test
    void claimsAreEditedAsTheyAreSent() {
        rows.company("edits", "https://edits.test/");
        rows.published("edits", 83, "A", Map.of("refund", "Refunds within 14 days", "pause", "Pause at any time"));
        rows.names("edits", "refund", "https://edits.test/");
        rows.confirmed("https://edits.test/", "changed", 50);
        queue.settle(clock.instant());
        String body = """
                {"reasons": [%d], "verdict": "material-worse", "why": "it says so", "claims": [
                  {"dimension": "refund", "ordinal": 0, "statement": "Refunds within 30 days"},
                  {"dimension": "pause", "ordinal": 0, "statement": null}]}""".formatted(reason("edits"));

        var answer = ben.post("/api/v1/queue/edits/decisions", body, "If-Match", etag(ben.get("/api/v1/queue/edits")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(rows.claim("edits", "refund")).contains("Refunds within 30 days");
        assertThat(rows.claim("edits", "pause")).isEmpty();
    }

    @Test
    void whatIsNoLongerAsItWasSeenIsNotDecided() {
        queued();
        String seen = etag(ben.get("/api/v1/queue/acme"));
        rows.company("acme", "https://acme.test/2");
        rows.confirmed("https://acme.test/2", "quote-lost", 70);
        queue.settle(clock.instant());

        var answer = decide(noise(""), seen);

        assertProblem(answer, 412);
        assertThat(json(answer).path("item").path("reasons")).hasSize(2);
        assertThat(etag(answer)).isEqualTo(etag(ben.get("/api/v1/queue/acme"))).isNotEqualTo(seen);
        assertProblem(decide(noise(""), "W/" + etag(answer)), 412);
        assertThat(decide(noise(""), seen + ", " + etag(answer)).statusCode()).isEqualTo(201);
    }

    @Test
    void nobodyDecidesWithoutSayingWhatTheySaw() {
        queued();

        assertProblem(ben.post("/api/v1/queue/acme/decisions", noise("")), 428);
        assertProblem(decide(noise(""), "nothing"), 400);
        assertThat(decide(noise(""), "*").statusCode()).isEqualTo(201);
        var again = decide(noise(""), "*");
        assertProblem(again, 409);
        assertThat(json(again).at("/decisions/0/by").asString()).isEqualTo("ben");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'reasons': [], 'verdict': 'noise', 'why': 'x'}",
                "{'reasons': [1], 'verdict': 'undo', 'why': 'x'}",
                "{'reasons': [1], 'verdict': 'noise', 'why': ' '}",
                "{'reasons': [1], 'verdict': 'defer', 'why': 'x'}",
                "{'reasons': [1], 'verdict': 'defer', 'why': 'x', 'until': 'Monday'}",
                "{'reasons': [1], 'verdict': 'noise', 'why': 'x', 'url': 'https://x.test/'}",
                "{'reasons': [1], 'verdict': 'reworded-same-meaning', 'why': 'x', 'quote': ' '}",
                "{'reasons': [1], 'verdict': 'material-worse', 'why': 'x', 'claims': [{'dimension': 'refund'}]}",
                "{'reasons': [1], 'verdict': 'material-worse', 'why': 'x', 'claims': [{'dimension': 'refund',"
                        + " 'ordinal': -1, 'statement': 'x'}]}",
                "{'reasons': [1], 'verdict': 'material-worse', 'why': 'x', 'claims': [{'dimension': 'refund',"
                        + " 'ordinal': 0, 'statement': 'a\\u0000b'}]}"
            })
    void whatIsIncompleteIsToldAndNotRecorded(String body) {
        queued();

        var answer = decide(body.replace('\'', '"'), "*");

        assertProblem(answer, 422);
        assertThat(json(answer).path("errors")).isNotEmpty();
        assertThat(queue.show("acme").orElseThrow().reasons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "nonsense",
                "{'why': 'x'",
                "{'why': 'x'} {}",
                "{'why': 1}",
                "{'reasons': ['1']}",
                "{'reasons': [1.5]}",
                "{'reasons': [null]}",
                "{'reasons': [99999999999999999999]}",
                "{'why': 'a', 'why': 'b'}",
                "{'because': 'x'}",
                "{'claims': [{'dimension': 'refund', 'no': 1}]}"
            })
    void whatIsNoJsonOfThatFormIsABadRequest(String body) {
        queued();

        assertProblem(decide(body.replace('\'', '"'), "*"), 400);
    }

    @Test
    void deepAndLongBodiesAreRefused() {
        queued();

        assertProblem(decide("{\"claims\": " + "[".repeat(40) + "]".repeat(40) + "}", "*"), 400);
        assertProblem(decide("{\"why\": \"" + "x".repeat(1 << 20) + "\"}", "*"), 413);
    }

    @Test
    void onlyJsonIsSpoken() {
        queued();

        assertProblem(ben.post("/api/v1/queue/acme/notes", "text: x", "Content-Type", "application/yaml"), 415);
        assertProblem(
                ben.post("/api/v1/queue/acme/notes", "text=x", "Content-Type", "application/x-www-form-urlencoded"),
                415);
        assertThat(ben.get("/api/v1/queue/acme", "Accept", "text/html").statusCode())
                .isEqualTo(406);
        assertThat(ben.get("/api/v1/queue/nobody", "Accept", "text/html").body())
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/records?limit=0, 400",
        "/api/v1/records?limit=201, 400",
        "/api/v1/records?limit=many, 400",
        "/api/v1/records?after=No%20Slug, 400",
        "/api/v1/records?q=a%00b, 400",
        "/api/v1/records/nobody, 404",
        "/api/v1/records/No%20Slug, 404",
        "/api/v1/citations?after=x, 400",
        "/api/v1/citations?company=a%00b, 400",
        "/api/v1/citations/x, 400",
        "/api/v1/citations/999999, 404",
        "/api/v1/citations/999999/captures, 404",
        "/api/v1/citations/1/captures?before=99999999999999999999, 400",
        "/api/v1/captures/999999, 404",
        "/api/v1/diffs/999999/1, 404",
        "/api/v1/queue?lane=nowhere, 400",
        "/api/v1/queue?whose=theirs, 400",
        "/api/v1/queue?after=nonsense, 400",
        "/api/v1/queue?limit=201, 400",
        "/api/v1/queue/nobody, 404",
        "/api/v1/decisions?reviewer=a%00b, 400",
        "/api/v1/decisions?limit=-1, 400",
        "/api/v1/runs/999999, 404",
        "/api/v1/nothing, 404",
        "/api/v1/disputes, 404"
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status) {
        assertProblem(ben.get(path), status);
    }

    @Test
    void aDisputeWaitsInTheQueueOnce() {
        rows.company("acme", URL);
        String dispute = """
                {"company": "acme", "party": "company", "dimension": "refund", "statement": "It is thirty days. %s",
                 "urls": ["https://acme.test/terms"], "contact": "legal@acme.test", "received": "2026-11-19"}
                """.formatted(ATTACK);

        var answer = ben.post("/api/v1/disputes", dispute);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ben.post("/api/v1/disputes", dispute).statusCode()).isEqualTo(200);
        var item = json(ben.get("/api/v1/queue/acme"));
        assertThat(item.path("lane").asString()).isEqualTo("Disputed");
        assertThat(item.at("/reasons/0/dispute/statement").asString()).contains("<script>");
    }

    @Test
    void whatIsWrongWithADisputeIsTold() {
        rows.company("acme", URL);

        var several = ben.post("/api/v1/disputes", "{\"company\": \"acme\", \"party\": \"neighbour\"}");
        assertProblem(several, 422);
        assertThat(json(several).path("errors").size()).isGreaterThan(1);
        assertProblem(
                ben.post(
                        "/api/v1/disputes",
                        "{\"company\": \"nobody\", \"party\": \"reader\", \"statement\": \"x\", \"received\":"
                                + " \"2026-11-19\"}"),
                422);
        assertProblem(ben.post("/api/v1/disputes", "{\"disputes\": []}"), 400);
    }

    @Test
    void runsAndFreshnessAreToldAsTheyAreRecorded() {
        queued();

        var runs = json(ben.get("/api/v1/runs?limit=1"));
        assertThat(runs.at("/items/0/job").asString()).isEqualTo("refresh");
        assertThat(walk("/api/v1/runs?limit=1", "id")).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        var run = json(ben.get("/api/v1/runs/" + runs.at("/items/0/id").asLong()));
        assertThat(run.at("/run/attempted").asInt()).isEqualTo(1);
        var fresh = json(ben.get("/api/v1/freshness"));
        assertThat(fresh.at("/objective/evidence").asInt()).isEqualTo(1);
        assertThat(fresh.at("/companies/0/slug").asString()).isEqualTo("acme");
        assertThat(fresh.at("/objectives/0/evidence").asInt()).isEqualTo(1);
    }

    @Test
    void aJobIsPausedResumedAndAskedFor() {
        var ada = Program.of(port, Role.ADMIN, "ada", accounts, tokens);

        assertThat(json(ben.get("/api/v1/jobs")).at("/jobs").findValuesAsString("name"))
                .contains("refresh", "digest");
        assertProblem(ben.post("/api/v1/jobs/refresh/pause", ""), 403);
        assertThat(json(ada.post("/api/v1/jobs/refresh/pause", ""))
                        .path("paused")
                        .asBoolean())
                .isTrue();
        assertThat(json(ada.post("/api/v1/jobs/refresh/resume", ""))
                        .path("paused")
                        .asBoolean())
                .isFalse();
        assertThat(ada.post("/api/v1/jobs/refresh/run", "").statusCode()).isEqualTo(202);
        assertThat(rows.count("job_state where name = 'refresh' and asked")).isEqualTo(1);
        assertProblem(ada.post("/api/v1/jobs/nothing/run", ""), 404);
    }

    @Test
    void anExportIsAnArchiveAndAPreviewMakesNothingFinal() throws IOException {
        rows.company("exported", "https://exported.test/");
        rows.published("exported", 83, "A", Map.of("refund", "Refunds within 14 days"));
        var paula = Program.of(port, Role.PUBLISHER, "paula", accounts, tokens);

        int published = rows.count("publication");

        var answer = paula.send("POST", "/api/v1/exports?preview=true", "", BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/zip");
        assertThat(answer.headers().firstValue("evidence-publication")).contains("preview");
        assertThat(names(answer.body())).contains("dataset.json", "corrections.atom", "rescore.json");
        assertThat(rows.count("publication")).isEqualTo(published);
        // the folder goes once the answer has ended
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(folders()).isEmpty());
        assertProblem(ben.post("/api/v1/exports?preview=true", ""), 403);
    }

    @Test
    void tokensDoWhatTheirRoleMay() {
        queued();
        var rita = Program.of(port, Role.READER, "rita", accounts, tokens);

        assertThat(rita.get("/api/v1/queue/acme").statusCode()).isEqualTo(200);
        for (String path :
                List.of("next", "acme/claim", "acme/renew", "acme/release", "acme/notes", "acme/decisions")) {
            assertProblem(rita.post("/api/v1/queue/" + path, "{}"), 403);
        }
        assertProblem(rita.post("/api/v1/disputes", "{}"), 403);
        assertProblem(rita.post("/api/v1/decisions/1/undo", "{}"), 403);
        assertProblem(rita.get("/api/v1/queue", "Authorization", "Bearer ewt_none"), 401);
    }

    @Test
    void whatPagesAndPeopleSayComesOutAsJsonText() {
        rows.company("acme", "javascript:alert(1)");
        rows.confirmed("javascript:alert(1)", "changed", 50, Rows.passage("number-changed", ATTACK, ATTACK + "!", 50));
        queue.settle(clock.instant());

        for (String path : List.of("/api/v1/queue", "/api/v1/queue/acme")) {
            var answer = ben.get(path, "Accept", "*/*");
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
            assertThat(answer.body()).doesNotContain("null");
            assertThat(json(answer).toString()).contains("<script>alert(1)</script>\\\"' <img");
        }
    }

    private List<String> walk(String path, String field) {
        var found = new ArrayList<String>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && found.size() < 500) {
            var answer = ben.get(next.get());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            json(answer)
                    .path("items")
                    .forEach(item -> found.add(item.path(field).asString()));
            next = answer.headers().firstValue("link").map(link -> {
                var address = NEXT.matcher(link);
                assertThat(address.matches()).as(link).isTrue();
                return address.group(1);
            });
        }
        return found;
    }

    private void queued() {
        rows.company("acme", URL);
        rows.confirmed(URL, "changed", 50);
        queue.settle(clock.instant());
    }

    private long reason(String company) {
        return queue.show(company).orElseThrow().reasons().getFirst().id();
    }

    private String noise(String more) {
        return "{\"reasons\": [%d], \"verdict\": \"noise\", \"why\": \"a typo\"%s}".formatted(decided(), more);
    }

    /** The reason that waits, or the last that did. */
    private long decided() {
        return rows.db()
                .sql("select id from reason where company_id = (select id from company where slug = 'acme')"
                        + " order by closed_at is not null, id desc limit 1")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> decide(String body, String seen) {
        return ben.post("/api/v1/queue/acme/decisions", body, "If-Match", seen);
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("etag").orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("instance").asString()).startsWith("/api/v1/");
        assertThat(answer.body()).doesNotContain("org.evidencewatch", "org.springframework", "\tat ", "<html");
    }

    private static List<String> names(byte[] archive) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<Path> folders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("evidence-export"))
                    .toList();
        }
    }

    private static String page(String words) {
        return """
                <!doctype html><html lang=en><title>Our rules</title><main><h1>Our rules</h1><p>%s</p>
                <p>Your plan stays usable until the end of the period that you have paid for.</p></main>
                """.formatted(words);
    }
}
