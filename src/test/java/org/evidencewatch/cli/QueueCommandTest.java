package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class QueueCommandTest {

    private static final Instant LATER = Rows.NIGHT.plus(Duration.ofHours(3));

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(LATER, ZoneOffset.UTC));
    private int seen;

    @BeforeEach
    void twoReasonsForAcme() {
        rows.company("acme", "https://acme.test/refunds", "https://acme.test/cancel");
        rows.confirmed("https://acme.test/refunds", "changed", 60);
        rows.confirmed("https://acme.test/cancel", "gone", 80, "[]");
        queue.settle(Rows.NIGHT);
    }

    @Test
    void listsTheQueueAsOneDocument(CapturedOutput output) {
        assertThat(run("queue", "list", "--json")).isEqualTo(Evidence.DONE);

        JsonNode item = json(output).path("items").path(0);
        assertThat(item.path("company").asString()).isEqualTo("acme");
        assertThat(item.path("name").asString()).isEqualTo("Acme");
        assertThat(item.path("lane").asString()).isEqualTo("Gone");
        assertThat(item.path("severity").asInt()).isEqualTo(80);
        assertThat(item.path("age").asString()).isEqualTo("PT3H");
        assertThat(item.has("heldBy")).isFalse();
        JsonNode gone = item.path("reasons").path(0);
        assertThat(gone.path("code").asString()).isEqualTo("gone");
        assertThat(gone.has("before")).isFalse();
        JsonNode changed = item.path("reasons").path(1);
        assertThat(changed.path("url").asString()).isEqualTo("https://acme.test/refunds");
        assertThat(changed.path("before").asString()).isEqualTo("within 14 days");
        assertThat(changed.path("after").asString()).isEqualTo("within 30 days");
        assertThat(changed.path("passages").path(0).path("severity").asInt()).isEqualTo(60);
    }

    @Test
    void tellsWhereAPageThatMovedMayBeNow(CapturedOutput output) {
        rows.company("birch", "https://birch.test/refunds");
        rows.confirmed("https://birch.test/refunds", "moved", 30, "[]");
        queue.settle(Rows.NIGHT);

        assertThat(run("queue", "show", "birch")).isEqualTo(Evidence.DONE);
        assertThat(output.getOut()).containsPattern("it may be at https://moved\\.test/\\d+ now");
        assertThat(run("queue", "show", "birch", "--json")).isEqualTo(Evidence.DONE);
        assertThat(output.getOut()).containsPattern("\"candidate\" ?: ?\"https://moved\\.test/\\d+\"");
    }

    @Test
    void listsForPeopleWhatWasAndWhatIs(CapturedOutput output) {
        assertThat(run("queue", "list")).isEqualTo(Evidence.DONE);

        assertThat(output.getOut())
                .contains("LANE", "acme", "Gone", "3 h", "number-changed: within 14 days -> within 30 days")
                .doesNotContain("\033[");
    }

    @Test
    void anEmptyQueueSaysSoKindly(CapturedOutput output) {
        run("queue", "decide", "acme", "--all", "--verdict", "noise", "--why", "a redesign", "--as", "anna");
        fresh(output);

        assertThat(run("queue", "list")).isEqualTo(Evidence.DONE);
        assertThat(fresh(output)).startsWith("Nothing to review");
    }

    @Test
    void decidesAndListsTheCompanyForScoringAgain(CapturedOutput output) {
        assertThat(run(
                        "queue",
                        "decide",
                        "acme",
                        "--reason",
                        "1",
                        "--verdict",
                        "material-worse",
                        "--why",
                        "30 days now",
                        "--as",
                        "anna"))
                .isEqualTo(Evidence.DONE);
        assertThat(fresh(output)).contains("acme: material-worse (decision 1), by anna", "marked for scoring again");

        run("queue", "list", "--json");
        JsonNode rescore = json(output).path("rescore").path(0);
        assertThat(rescore.path("company").asString()).isEqualTo("acme");
        assertThat(rescore.path("since").asString()).isEqualTo("2026-11-20T05:00:00Z");
        assertThat(rescore.path("decisions").path(0).path("by").asString()).isEqualTo("anna");
        assertThat(rescore.path("decisions").path(0).path("why").asString()).isEqualTo("30 days now");
    }

    @Test
    void theSameDecisionAgainIsNoMistakeAndAnotherOneIs(CapturedOutput output) {
        run("queue", "decide", "acme", "--all", "--verdict", "noise", "--why", "a redesign", "--as", "anna");

        assertThat(run("queue", "decide", "acme", "--all", "--verdict", "noise", "--why", "a redesign", "--as", "anna"))
                .isEqualTo(Evidence.DONE);
        assertThat(output.getErr()).contains("already decided: noise by anna, 2026-11-20 05:00 UTC (a redesign)");
        assertThat(run("queue", "decide", "acme", "--all", "--verdict", "material-worse", "--why", "no", "--as", "ben"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(rows.count("decision")).isEqualTo(2);
    }

    @Test
    void whatSomebodyHoldsIsRefusedWithTheirName(CapturedOutput output) {
        assertThat(run("queue", "claim", "acme", "--as", "anna")).isEqualTo(Evidence.DONE);
        assertThat(run("queue", "claim", "acme", "--as", "ben")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr()).contains("acme is held by anna until 20");
        assertThat(run("queue", "decide", "acme", "--all", "--verdict", "noise", "--why", "x", "--as", "ben"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "release", "acme", "--as", "anna")).isEqualTo(Evidence.DONE);
        assertThat(run("queue", "claim", "acme", "--as", "ben")).isEqualTo(Evidence.DONE);
        fresh(output);

        run("queue", "show", "acme", "--json");
        assertThat(json(output).path("heldBy").asString()).isEqualTo("ben");
    }

    @Test
    void wrongWordsAreUsageErrors(CapturedOutput output) {
        assertThat(run("queue")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "show", "nobody")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "decide", "acme", "--verdict", "maybe", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "decide", "acme", "--verdict", "noise", "--why", " "))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "decide", "acme", "--verdict", "defer", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "decide", "acme", "--verdict", "noise", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "decide", "acme", "--reason", "99999", "--verdict", "noise", "--why", "x"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr())
                .contains(
                        "say which",
                        "nobody",
                        "'maybe' is none of material-worse, material-better, material-neutral, source-gone, source-moved,"
                                + " citation-insufficient, bad-capture, reworded-same-meaning, noise, needs-second-opinion, defer",
                        "the explanation (why) is missing",
                        "say until when",
                        "several reasons wait",
                        "no reason 99999");
        assertThat(rows.count("decision")).isZero();
    }

    @Test
    void aDeferredReasonIsShownWithItsDate(CapturedOutput output) {
        assertThat(run(
                        "queue",
                        "decide",
                        "acme",
                        "--all",
                        "--verdict",
                        "defer",
                        "--why",
                        "asked them",
                        "--until",
                        "2027-01-04",
                        "--as",
                        "anna"))
                .isEqualTo(Evidence.DONE);
        fresh(output);

        assertThat(run("queue", "show", "acme")).isEqualTo(Evidence.DONE);
        assertThat(output.getOut()).contains("defer until 2027-01-04 00:00 UTC by anna, ");
    }

    @Test
    void textFromPagesCannotSteerTheTerminal(CapturedOutput output) {
        rows.company("evil", "https://evil.test/");
        rows.confirmed(
                "https://evil.test/", "changed", 90, Rows.passage("number-changed", "a", "b\\u001b[2J\\u202e", 90));
        queue.settle(Rows.NIGHT);

        run("queue", "show", "evil");

        assertThat(output.getOut()).contains("a -> b [2J").doesNotContain("\033", "\u202e");
    }

    @Test
    void emphasisIsForTerminalsOnly() {
        assertThat(new Ink(true).bold("acme")).isEqualTo("\033[1macme\033[0m");
        assertThat(new Ink(false).bold("acme")).isEqualTo("acme");
    }

    @Test
    void anItemIsTakenNotedAndHandedOn(CapturedOutput output) {
        rows.db().sql("""
                        insert into reviewer (name, password_hash, role, created_at)
                        values ('ben', '', 'reviewer', now()), ('rita', '', 'reader', now())""").update();

        assertThat(run("queue", "next", "--as", "anna")).isEqualTo(Evidence.DONE);
        assertThat(fresh(output)).contains("acme is held by anna");
        assertThat(run("queue", "next", "--as", "ben")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "note", "acme", "they answer on Monday", "--as", "anna"))
                .isEqualTo(Evidence.DONE);
        assertThat(queue.notes(queue.show("acme").orElseThrow()))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("they answer on Monday"));
        assertThat(run("queue", "note", "acme", " ", "--as", "anna")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "assign", "acme", "rita", "--as", "anna")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("queue", "assign", "acme", "ben", "--as", "anna")).isEqualTo(Evidence.DONE);
        assertThat(queue.show("acme").orElseThrow().hold().orElseThrow().by()).isEqualTo("ben");
    }

    private int run(String... words) {
        return Evidence.run((web, properties) -> house(), words);
    }

    private GenericApplicationContext house() {
        var house = new GenericApplicationContext();
        house.registerBean(WorkQueue.class, () -> queue);
        house.refresh();
        return house;
    }

    private JsonNode json(CapturedOutput output) {
        return JsonMapper.shared().readTree(fresh(output));
    }

    /** What was printed since the last time. */
    private String fresh(CapturedOutput output) {
        String all = output.getOut();
        String fresh = all.substring(seen);
        seen = all.length();
        return fresh;
    }
}
