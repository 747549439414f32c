package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final String PAGE = "https://a.test/refunds";
    private static final String CLAIM = "Refunds are given within 30 days of purchase.";
    private static final String TERM = Rows.passage("fact-worse", "refund window 30 days", "refund window 14 days", 88);

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "material-worse",
                "material-neutral",
                "reworded-same-meaning",
                "noise",
                "bad-capture",
                "citation-insufficient",
                "needs-second-opinion"
            })
    void allIsAsItWasAndTheReasonWaitsAgain(String verdict) {
        long change = queued();
        String before = state();
        long decision = decide(verdict);

        assertThat(queue.undo(decision, "ben", "read the wrong page")).isInstanceOf(Reply.Done.class);

        assertThat(state()).isEqualTo(before);
        assertThat(queue.list())
                .singleElement()
                .satisfies(item -> assertThat(item.reasons())
                        .singleElement()
                        .satisfies(reason -> assertThat(reason.opinionOf()).isEmpty()));
        assertThat(rows.count("change_state where state = 'open' and id = " + change))
                .isEqualTo(1);
        assertThat(rows.count("rescore where done_at is null")).isZero();
        assertThat(rows.count("quarantine")).isZero();
        assertThat(rows.count("decision")).isEqualTo(2);
        assertThat(rows.count("decision where verdict = 'undo' and undoes = " + decision))
                .isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsAnsweredAnewAndTakenBackAgain() {
        queued();
        for (String verdict : new String[] {"material-worse", "noise", "bad-capture", "material-worse"}) {
            long decision = decide(verdict);
            assertThat(queue.list()).isEmpty();
            assertThat(queue.undo(decision, "anna", "once more")).isInstanceOf(Reply.Done.class);
        }
        decide("material-worse");

        assertThat(rows.claim("acme", "refund")).contains("Refunds are given within 14 days of purchase.");
        assertThat(rows.count("current_outcome where outcome = 'accepted'")).isEqualTo(1);
        assertThat(rows.count("change_outcome")).isEqualTo(5);
        assertThat(rows.count("effective_decision")).isEqualTo(1);
    }

    @Test
    void sentTwiceItIsRecordedOnce() {
        queued();
        long decision = decide("material-worse");
        queue.undo(decision, "anna", "by mistake");

        assertThat(queue.undo(decision, "anna", "by mistake")).isInstanceOf(Reply.AlreadyDecided.class);
        assertThat(rows.count("decision")).isEqualTo(2);
    }

    @Test
    void whatIsPublishedStands() {
        queued();
        long decision = decide("material-worse");
        rows.db().sql("""
                        insert into publication (digest, last_decision_id, at)
                        values (repeat('0', 64), :last, now())""").param("last", decision).update();
        String published = state();

        assertThat(queue.undo(decision, "anna", "too late"))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.because()).contains("published"));
        assertThat(state()).isEqualTo(published);
    }

    @Test
    void aRecordIsTakenBackStepByStep() {
        queued();
        rows.company("acme", "https://a.test/pause");
        rows.confirmed(
                "https://a.test/pause",
                "changed",
                80,
                Rows.passage("fact-worse", "pause length max 3 months", "pause length max 1 month", 80));
        queue.settle(MORNING);
        long first = answer("refund", "material-worse");
        long second = answer("pause", "material-worse");

        assertThat(queue.undo(first, "anna", "no"))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.because()).contains("undo the later decision first"));
        assertThat(queue.undo(second, "anna", "no")).isInstanceOf(Reply.Done.class);
        assertThat(queue.undo(first, "anna", "no")).isInstanceOf(Reply.Done.class);
        assertThat(rows.claim("acme", "refund")).contains(CLAIM);
    }

    @Test
    void anUndoIsNotUndoneAndANumberThatIsNoneIsSaidToBeNone() {
        queued();
        queue.undo(decide("noise"), "anna", "no");
        long undo = rows.db()
                .sql("select id from decision where verdict = 'undo'")
                .query(Long.class)
                .single();

        assertThat(queue.undo(undo, "anna", "yes after all")).isInstanceOf(Reply.Refused.class);
        assertThat(queue.undo(4711, "anna", "so")).isInstanceOf(Reply.Unknown.class);
    }

    private long queued() {
        rows.company("acme", PAGE);
        rows.published("acme", 83, "A", Map.of("refund", CLAIM, "pause", "Plans can be paused for up to 3 months."));
        rows.names("acme", "refund", PAGE);
        long change = rows.confirmed(PAGE, "changed", 88, TERM);
        queue.settle(MORNING);
        queue.weigh();
        return change;
    }

    /** What the world can see of the record, and what the page is compared with. */
    private String state() {
        return rows.score("acme") + " | " + rows.claim("acme", "refund") + " | " + rows.claim("acme", "pause") + " | "
                + rows.count("citation where retired_at is null") + " | "
                + rows.db()
                        .sql("select string_agg(capture_id::text, ',') from current_baseline")
                        .query(String.class)
                        .single();
    }

    private long decide(String verdict) {
        return done(queue.decide(new DecisionRequest(
                Target.of("acme", Set.of()),
                Answer.of(verdict).orElseThrow(),
                "anna",
                "read both",
                Optional.empty(),
                RecordEdit.PROPOSED)));
    }

    private long answer(String page, String verdict) {
        long reason = queue.list().getFirst().reasons().stream()
                .filter(open -> open.url().orElseThrow().endsWith(page + (page.equals("refund") ? "s" : "")))
                .findFirst()
                .orElseThrow()
                .id();
        return done(queue.decide(new DecisionRequest(
                Target.of("acme", Set.of(reason)),
                Answer.of(verdict).orElseThrow(),
                "anna",
                "read both",
                Optional.empty(),
                RecordEdit.PROPOSED)));
    }

    private static long done(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).decisions().getFirst().id();
    }
}
