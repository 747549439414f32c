package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(1));
    private static final Instant NEXT_WEEK = MORNING.plus(Duration.ofDays(7));
    private static final String URL = "https://a.test/";

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "changed,    material-worse,        accepted,    2, 1",
        "changed,    material-better,       accepted,    2, 1",
        "changed,    material-neutral,      accepted,    2, 1",
        "changed,    reworded-same-meaning, accepted,    2, 0",
        "changed,    citation-insufficient, accepted,    2, 0",
        "changed,    bad-capture,           quarantined, 1, 0",
        "changed,    noise,                 dismissed,   2, 0",
        "quote-lost, reworded-same-meaning, accepted,    2, 0",
        "gone,       source-gone,           accepted,    1, 0",
        "gone,       reworded-same-meaning, dismissed,   1, 0",
        "moved,      source-moved,          accepted,    1, 0",
        "moved,      noise,                 dismissed,   1, 0",
    })
    void theAnswerEndsTheChangeAndMovesTheBaselineOnlyToAReadablePage(
            String kind, String verdict, String outcome, int baselines, int rescores) {
        long change = queued("acme", kind);

        Reply reply = queue.decide(request("acme", verdict, "anna"));

        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            assertThat(done.item().closedAt()).contains(MORNING);
            assertThat(done.decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.by()).isEqualTo("anna");
                assertThat(decision.why()).isEqualTo("read both pages");
                assertThat(decision.url()).contains(URL);
            });
        });
        assertThat(outcome(change)).isEqualTo(outcome);
        assertThat(rows.count("baseline")).isEqualTo(baselines);
        assertThat(rows.count(
                        "current_baseline b join change x on x.capture_id = b.capture_id where b.decision_id > 0"))
                .isEqualTo(baselines - 1);
        assertThat(rows.count("rescore where done_at is null")).isEqualTo(rescores);
        assertThat(rows.count("decision where confirmation_id is not null"))
                .isEqualTo(kind.equals("gone") || kind.equals("moved") ? 0 : 1);
        assertThat(queue.list()).isEmpty();
    }

    @Test
    void aDeferredReasonIsOutOfSightUntilItsDate() {
        queued("acme", "changed");

        assertThat(queue.decide(defer("acme", NEXT_WEEK))).isInstanceOf(Reply.Done.class);

        assertThat(queue.list()).isEmpty();
        assertThat(rows.count("work_item where closed_at is null")).isEqualTo(1);
        assertThat(rows.count("change_outcome")).isZero();
        WorkQueue later = Rows.queue(database, Clock.fixed(NEXT_WEEK, ZoneOffset.UTC));
        assertThat(later.list()).extracting(Item::company).containsExactly("acme");
        assertThat(later.decide(request("acme", "noise", "anna"))).isInstanceOf(Reply.Done.class);
        assertThat(later.list()).isEmpty();
    }

    @Test
    void aDeferralSentTwiceIsRecordedOnce() {
        queued("acme", "changed");
        queue.decide(defer("acme", NEXT_WEEK));

        assertThat(queue.decide(defer("acme", NEXT_WEEK))).isInstanceOf(Reply.AlreadyDecided.class);
        assertThat(rows.count("decision")).isEqualTo(1);
    }

    @Test
    void aDateThatHasPassedDefersNothing() {
        queued("acme", "changed");

        assertThat(queue.decide(defer("acme", MORNING))).isInstanceOf(Reply.Refused.class);
        assertThat(rows.count("decision")).isZero();
    }

    @Test
    void aDecisionSentTwiceIsRecordedOnce() {
        queued("acme", "changed");
        String item = Long.toString(queue.list().getFirst().id());
        queue.decide(request(item, "material-worse", "anna"));

        Reply again = queue.decide(request(item, "material-worse", "anna"));

        assertThat(again).isInstanceOfSatisfying(Reply.AlreadyDecided.class, already -> {
            assertThat(already.decision().by()).isEqualTo("anna");
            assertThat(already.decision().at()).isEqualTo(MORNING);
        });
        assertThat(rows.count("decision")).isEqualTo(1);
        assertThat(rows.count("rescore")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
        queued("acme", "changed");
        String item = Long.toString(queue.list().getFirst().id());
        var start = new CyclicBarrier(2);
        List<Reply> replies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Reply>> both = new ArrayList<>();
            for (String who : List.of("anna", "ben")) {
                both.add(threads.submit(() -> {
                    start.await();
                    return queue.decide(request(item, "noise", who));
                }));
            }
            for (Future<Reply> one : both) {
                replies.add(one.get(1, TimeUnit.MINUTES));
            }
        }

        assertThat(replies).hasAtLeastOneElementOfType(Reply.Done.class);
        assertThat(replies).hasAtLeastOneElementOfType(Reply.AlreadyDecided.class);
        assertThat(rows.count("decision")).isEqualTo(1);
    }

    @Test
    void aSharedPageEndsWithTheLastAnswerAndTheWeightiestGivesTheOutcome() {
        long change = queued("acme", "changed");
        rows.company("bolt", URL);
        queue.settle(MORNING);

        queue.decide(request("acme", "material-worse", "anna"));
        assertThat(rows.count("change_outcome")).isZero();
        assertThat(rows.count("baseline")).isEqualTo(1);
        assertThat(rows.count("rescore")).isEqualTo(1);

        queue.decide(request("bolt", "noise", "ben"));
        assertThat(outcome(change)).isEqualTo("accepted");
        assertThat(rows.count(
                        "change_outcome o join decision d on d.id = o.decision_id where d.verdict = 'material-worse'"))
                .isEqualTo(1);
        assertThat(rows.count("baseline")).isEqualTo(2);
    }

    @Test
    void twoCompaniesThatAnswerForOnePageAtOnceEndItOnce() throws Exception {
        long change = queued("acme", "changed");
        rows.company("bolt", URL);
        queue.settle(MORNING);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Reply>> both = new ArrayList<>();
            for (String company : List.of("acme", "bolt")) {
                both.add(threads.submit(() -> {
                    start.await();
                    return queue.decide(request(company, "noise", "anna"));
                }));
            }
            for (Future<Reply> one : both) {
                assertThat(one.get(1, TimeUnit.MINUTES)).isInstanceOf(Reply.Done.class);
            }
        }

        assertThat(outcome(change)).isEqualTo("dismissed");
        assertThat(rows.count("baseline")).isEqualTo(2);
    }

    @Test
    void aCompanyThatIsStillOwedItsReasonKeepsTheChangeOpenUntilItCitesThePageNoMore() {
        long change = queued("acme", "changed");
        rows.company("bolt", URL);
        queue.decide(request("acme", "noise", "anna"));
        assertThat(rows.count("change_outcome")).isZero();

        rows.db()
                .sql(
                        "update citation set retired_at = now() where company_id = (select id from company where slug = 'bolt')")
                .update();
        queue.settle(MORNING);

        assertThat(outcome(change)).isEqualTo("dismissed");
        assertThat(rows.count("baseline")).isEqualTo(2);
    }

    @Test
    void severalReasonsNeedANameOrTheWordAll() {
        queued("acme", "changed");
        rows.company("acme", "https://a.test/2");
        rows.confirmed("https://a.test/2", "gone", 90);
        queue.settle(MORNING);
        List<OpenReason> reasons = queue.list().getFirst().reasons();

        assertThat(queue.decide(request("acme", "noise", "anna"))).isInstanceOf(Reply.Refused.class);

        Reply one = queue.decide(new DecisionRequest(
                Target.of("acme", Set.of(reasons.getFirst().id())),
                Answer.NOISE,
                "anna",
                "why",
                Optional.empty(),
                RecordEdit.PROPOSED));
        assertThat(one)
                .isInstanceOfSatisfying(
                        Reply.Done.class,
                        done -> assertThat(done.item().reasons())
                                .extracting(OpenReason::id)
                                .containsExactly(reasons.getLast().id()));

        Reply rest = queue.decide(new DecisionRequest(
                new Target("acme", Set.of(), true, false),
                Answer.NOISE,
                "anna",
                "why",
                Optional.empty(),
                RecordEdit.PROPOSED));
        assertThat(rest)
                .isInstanceOfSatisfying(
                        Reply.Done.class,
                        done -> assertThat(done.item().closedAt()).isPresent());
        assertThat(rows.count("decision")).isEqualTo(2);
    }

    @Test
    void aReasonOfAnotherItemIsRefused() {
        queued("acme", "changed");
        rows.company("bolt", "https://b.test/");
        rows.confirmed("https://b.test/", "changed", 10);
        queue.settle(MORNING);
        long foreign = queue.show("bolt").orElseThrow().reasons().getFirst().id();

        assertThat(queue.decide(new DecisionRequest(
                        Target.of("acme", Set.of(foreign)),
                        Answer.NOISE,
                        "anna",
                        "why",
                        Optional.empty(),
                        RecordEdit.PROPOSED)))
                .isEqualTo(new Reply.Refused("the item has no reason " + foreign));
    }

    @Test
    void aPageThatWentBackInTheMeantimeIsNotDecided() {
        long change = queued("acme", "changed");
        rows.end(change, "reverted");

        assertThat(queue.decide(request("acme", "material-worse", "anna"))).isInstanceOf(Reply.Refused.class);
        assertThat(rows.count("rescore")).isZero();
    }

    @Test
    void twoPeopleNeverHoldOneItem() {
        queued("acme", "changed");

        assertThat(queue.claim("acme", "anna", Duration.ofMinutes(5))).isInstanceOf(Reply.Done.class);
        assertThat(queue.claim("acme", "ben", Duration.ofMinutes(5)))
                .isInstanceOfSatisfying(
                        Reply.HeldByAnother.class,
                        held -> assertThat(held.hold().by()).isEqualTo("anna"));
        assertThat(queue.claim("acme", "anna", Duration.ofMinutes(5))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void whatSomebodyElseHoldsCannotBeDecidedOrReleased() {
        queued("acme", "changed");
        queue.claim("acme", "anna", Duration.ofMinutes(5));

        assertThat(queue.decide(request("acme", "noise", "ben"))).isInstanceOf(Reply.HeldByAnother.class);
        assertThat(queue.release("acme", "ben")).isInstanceOf(Reply.HeldByAnother.class);
        assertThat(rows.count("decision")).isZero();

        assertThat(queue.release("acme", "anna")).isInstanceOf(Reply.Done.class);
        assertThat(queue.decide(request("acme", "noise", "ben"))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void aLeaseThatRanOutHoldsNothing() {
        queued("acme", "changed");
        queue.claim("acme", "anna", Duration.ofMinutes(5));
        rows.db()
                .sql("update work_item set held_until = clock_timestamp() - interval '1 second'")
                .update();

        assertThat(queue.list().getFirst().hold()).isEmpty();
        assertThat(queue.claim("acme", "ben", Duration.ofMinutes(5))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void unknownWordsAreSaidToBeUnknown() {
        assertThat(queue.claim("nobody", "anna", WorkQueue.LEASE)).isEqualTo(new Reply.Unknown("nobody"));
        assertThat(queue.decide(request("77", "noise", "anna"))).isEqualTo(new Reply.Unknown("77"));
    }

    @Test
    void materialDecisionsListTheCompanyForRescoring() {
        queued("acme", "changed");
        queue.decide(request("acme", "material-worse", "anna"));

        assertThat(queue.rescores()).singleElement().satisfies(rescore -> {
            assertThat(rescore.company()).isEqualTo("acme");
            assertThat(rescore.since()).isEqualTo(MORNING);
            assertThat(rescore.decisions()).extracting(Decision::url).containsExactly(Optional.of(URL));
        });
    }

    private long queued(String company, String kind) {
        rows.company(company, URL);
        long change = rows.confirmed(URL, kind, 50);
        queue.settle(MORNING);
        return change;
    }

    private String outcome(long change) {
        return rows.db()
                .sql("select outcome from change_outcome where change_id = :change")
                .param("change", change)
                .query(String.class)
                .single();
    }

    private static DecisionRequest request(String item, String verdict, String who) {
        return new DecisionRequest(
                Target.of(item, Set.of()),
                Answer.of(verdict).orElseThrow(),
                who,
                "read both pages",
                Optional.empty(),
                RecordEdit.PROPOSED);
    }

    private static DecisionRequest defer(String item, Instant until) {
        return new DecisionRequest(
                Target.of(item, Set.of()), Answer.DEFER, "anna", "ask them", Optional.of(until), RecordEdit.PROPOSED);
    }
}
