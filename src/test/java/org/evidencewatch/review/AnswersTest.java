package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;

/** Each answer has one state of the reason and one effect on the record. */
class AnswersTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final String PAGE = "https://a.test/refunds";
    private static final String OTHER = "https://a.test/help";
    private static final String CLAIM = "Refunds are given within 30 days of purchase.";

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = at(MORNING);

    @Test
    void aMaterialAnswerStatesWhatThePageStatesNowAndMovesTheScoreByTheRubric() {
        queued("changed", Rows.passage("fact-worse", "refund window 30 days", "refund window 14 days", 88));
        Stake stake = queue.list().getFirst().worst().orElseThrow().stake();

        Decision decision = done(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED));

        assertThat(rows.claim("acme", "refund")).contains("Refunds are given within 14 days of purchase.");
        assertThat(stake.points()).isNegative();
        assertThat(stake.scoreAfter()).isEqualTo(decision.moved().orElseThrow().scoreAfter());
        assertThat(rows.score("acme"))
                .isEqualTo(stake.scoreAfter().orElseThrow() + " "
                        + stake.gradeAfter().orElseThrow());
        assertThat(rows.db()
                        .sql("select effect #>> '{claims,0,before}' from decision")
                        .query(String.class)
                        .single())
                .isEqualTo(CLAIM);
        assertThat(rows.count("revision where number = 1 and decision_id is not null and last_reviewed = '2026-11-20'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoLongerStatedIsNoLongerClaimed() {
        queued("changed", """
                [{"code": "fact-worse", "before": "refund window 30 days", "severity": 88}]""");

        done(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED));

        assertThat(rows.claim("acme", "refund")).isEmpty();
        assertThat(rows.claim("acme", "pause")).isPresent();
    }

    @Test
    void theWordsOfAPersonGoBeforeWhatIsProposed() {
        queued("changed", Rows.passage("fact-worse", "refund window 30 days", "refund window 14 days", 88));

        done(decide(
                Answer.MATERIAL_WORSE,
                new RecordEdit(
                        Optional.of(List.of(
                                new ClaimEdit(
                                        Dimension.REFUND,
                                        0,
                                        Optional.of("Refunds are given for 14 days, yearly plans only.")),
                                new ClaimEdit(Dimension.DELETION, 0, Optional.of("Accounts are deleted on request.")))),
                        Optional.empty(),
                        Optional.empty())));

        assertThat(rows.claim("acme", "refund")).contains("Refunds are given for 14 days, yearly plans only.");
        assertThat(rows.claim("acme", "deletion")).contains("Accounts are deleted on request.");
    }

    @Test
    void aChangeOfWhichNoClaimSpeaksMarksTheCompanyAndLeavesTheRecord() {
        queued("changed", Rows.passage("fact-worse", "price EUR 5", "price EUR 9", 82));

        done(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED));

        assertThat(rows.count("revision")).isEqualTo(1);
        assertThat(rows.count("rescore where done_at is null")).isEqualTo(1);
    }

    @Test
    void aPageThatIsGoneMovesNothingUntilItHasBeenGoneForTwoDaysAndThreeReads() {
        queued("gone", "[]");
        rows.names("acme", "refund", PAGE);

        assertThat(decide(Answer.SOURCE_GONE, RecordEdit.PROPOSED))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.because()).contains("two days"));
        assertThat(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED)).isInstanceOf(Reply.Refused.class);
        assertThat(rows.count("decision")).isZero();

        rows.stillGone(PAGE, Rows.NIGHT.plus(Duration.ofDays(1)));
        rows.stillGone(PAGE, Rows.NIGHT.plus(Duration.ofDays(2)));
        WorkQueue later = at(Rows.NIGHT.plus(Duration.ofDays(3)));
        later.settle(Rows.NIGHT.plus(Duration.ofDays(3)));
        done(later.decide(request(Answer.SOURCE_GONE, RecordEdit.PROPOSED)));

        assertThat(rows.claim("acme", "refund")).isEmpty();
        assertThat(rows.count("decision where absence_id is not null and moves_record"))
                .isEqualTo(1);
        assertThat(rows.count("citation where retired_at is not null")).isEqualTo(1);
    }

    @Test
    void aPageThatIsGoneIsCitedNoMoreAtOnceWhereTheClaimsAreKept() {
        queued("gone", "[]");
        rows.names("acme", "refund", PAGE);
        var keep = new RecordEdit(Optional.of(List.of()), Optional.empty(), Optional.empty());

        done(decide(Answer.SOURCE_GONE, keep));

        assertThat(rows.claim("acme", "refund")).contains(CLAIM);
        assertThat(rows.count("citation where retired_at is not null")).isEqualTo(1);
        assertThat(rows.count("revision")).isEqualTo(1);
    }

    @Test
    void aPageThatMovedIsCitedWhereItIs() {
        queued("moved", "[]");

        done(decide(Answer.SOURCE_MOVED, RecordEdit.PROPOSED));

        assertThat(rows.db().sql("""
                                select s.url from citation t join source s on s.id = t.source_id
                                where t.retired_at is null and s.url like 'https://moved%'""").query(String.class).list()).hasSize(1);
        assertThat(rows.count("citation_repair where kind = 'moved' and decision_id is not null"))
                .isEqualTo(1);
        assertThat(rows.count("revision")).isEqualTo(1);
    }

    @Test
    void aPageThatIsThereIsNotGone() {
        queued("changed", Rows.passage("text-removed", "the terms", "", 60));

        assertThat(decide(Answer.SOURCE_GONE, RecordEdit.PROPOSED)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void whoeverAsksForASecondOpinionDoesNotGiveIt() {
        queued("changed", Rows.passage("text-removed", "the terms", "", 60));
        done(decide(Answer.NEEDS_SECOND_OPINION, RecordEdit.PROPOSED));

        assertThat(decide(Answer.NOISE, RecordEdit.PROPOSED)).isInstanceOf(Reply.Refused.class);
        assertThat(queue.list().getFirst().worst().orElseThrow().opinionOf()).contains("anna");
        done(queue.decide(request("ben", Answer.NOISE, RecordEdit.PROPOSED)));
        assertThat(queue.list()).isEmpty();
    }

    @Test
    void amongSeveralReviewersASecondOneSecondsWhatMovesAGrade() {
        rows.db().sql("""
                        insert into reviewer (name, password_hash, role, created_at)
                        values ('anna', '', 'reviewer', now()), ('ben', '', 'reviewer', now())""").update();
        queued("changed", """
                [{"code": "fact-worse", "before": "refund window 30 days", "severity": 88}]""");
        rows.db().sql("update stake set basis = ''").update();
        assertThat(queue.list().getFirst().worst().orElseThrow().stake().movesGrade())
                .isTrue();

        Decision first = done(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED));
        assertThat(first.answer()).isEqualTo(Answer.NEEDS_SECOND_OPINION);
        assertThat(rows.score("acme")).isEqualTo("71 B");
        assertThat(decide(Answer.MATERIAL_WORSE, RecordEdit.PROPOSED)).isInstanceOf(Reply.Refused.class);

        Decision second = done(queue.decide(request("ben", Answer.MATERIAL_WORSE, RecordEdit.PROPOSED)));
        assertThat(second.moved()).isPresent();
        assertThat(rows.count("decision where seconds = " + first.id() + " and reviewer = 'ben'"))
                .isEqualTo(1);
        assertThat(rows.claim("acme", "refund")).isEmpty();
    }

    @Test
    void whatWasSetAsideIsNoGoodCaptureOfThePage() {
        long change = queued("changed", Rows.passage("text-removed", "the terms", "", 60));

        done(decide(Answer.BAD_CAPTURE, RecordEdit.PROPOSED));

        assertThat(rows.count("quarantine")).isEqualTo(2);
        assertThat(rows.count("change_state where state = 'quarantined' and id = " + change))
                .isEqualTo(1);
        assertThat(rows.count("baseline")).isEqualTo(1);
    }

    private long queued(String kind, String passages) {
        rows.company("acme", PAGE, OTHER);
        rows.published("acme", 71, "B", Map.of("refund", CLAIM, "pause", "Plans can be paused for up to 3 months."));
        long change = rows.confirmed(PAGE, kind, 88, passages);
        queue.settle(MORNING);
        queue.weigh();
        return change;
    }

    private Reply decide(Answer answer, RecordEdit edit) {
        return queue.decide(request(answer, edit));
    }

    private static DecisionRequest request(Answer answer, RecordEdit edit) {
        return request("anna", answer, edit);
    }

    private static DecisionRequest request(String who, Answer answer, RecordEdit edit) {
        return new DecisionRequest(Target.of("acme", Set.of()), answer, who, "read both", Optional.empty(), edit);
    }

    private static Decision done(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).decisions().getFirst();
    }

    private WorkQueue at(Instant now) {
        return Rows.queue(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
