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
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;

/** A help centre changes its template, and forty records cite it: that is one card, one answer, and forty rows. */
class CausesTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final int COMPANIES = 40;
    private static final String TERM = Rows.passage("fact-worse", "refund window 30 days", "refund window 14 days", 88);

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));

    @Test
    void oneTemplateOnFortyPagesIsOneCardAndOneAnswerWithFortyRows() {
        pagesOfTheirOwn();

        assertThat(queue.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.companies()).hasSize(COMPANIES);
            assertThat(cause.pages()).isEqualTo(COMPANIES);
            assertThat(queue.list()).allMatch(cause::covers);
        });

        assertThat(queue.decide(everywhere(company(7), Answer.MATERIAL_WORSE)))
                .isInstanceOfSatisfying(
                        Reply.Everywhere.class,
                        reply -> assertThat(reply.done()).isEqualTo(COMPANIES));

        assertThat(rows.count("decision")).isEqualTo(COMPANIES);
        assertThat(rows.count("decision where cause is not null and reviewer = 'anna' and why = 'one template'"))
                .isEqualTo(COMPANIES);
        assertThat(rows.count("(select distinct cause from decision) x")).isEqualTo(1);
        assertThat(rows.count("revision where decision_id is not null")).isEqualTo(COMPANIES);
        assertThat(rows.count("change_outcome where outcome = 'accepted'")).isEqualTo(COMPANIES);
        assertThat(rows.claim(company(31), "refund")).contains("Refunds are given within 14 days of purchase.");
        assertThat(queue.list()).isEmpty();
        assertThat(queue.causes()).isEmpty();
    }

    @Test
    void onePageThatFortyRecordsCiteEndsOnceWhenAllHaveAnswered() {
        String page = "https://help.test/refunds";
        companies().forEach(n -> {
            rows.company(company(n), page);
            rows.published(company(n), 70, "B", Map.of("refund", "Refunds are given within 30 days of purchase."));
        });
        rows.confirmed(page, "changed", 88, TERM);
        queue.settle(MORNING);

        queue.decide(everywhere(company(1), Answer.NOISE));

        assertThat(rows.count("decision")).isEqualTo(COMPANIES);
        assertThat(rows.count("change_outcome where outcome = 'dismissed'")).isEqualTo(1);
        assertThat(rows.count("baseline where decision_id is not null")).isEqualTo(1);
        assertThat(queue.list()).isEmpty();
    }

    @Test
    void whatSomebodyHoldsIsLeftToThemAndTheRestIsAnswered() {
        pagesOfTheirOwn();
        queue.claim(company(3), "ben", Duration.ofMinutes(5));

        Reply reply = queue.decide(everywhere(company(0), Answer.NOISE));

        assertThat(reply).isInstanceOfSatisfying(Reply.Everywhere.class, all -> {
            assertThat(all.done()).isEqualTo(COMPANIES - 1);
            assertThat(all.members())
                    .filteredOn(member -> member.reply() instanceof Reply.HeldByAnother)
                    .extracting(Reply.Member::company)
                    .containsExactly(company(3));
        });
        assertThat(queue.list()).extracting(Item::company).containsExactly(company(3));
    }

    @Test
    void saidTwiceItIsRecordedOnce() {
        pagesOfTheirOwn();
        queue.decide(everywhere(company(0), Answer.NOISE));

        assertThat(queue.decide(everywhere(company(0), Answer.NOISE))).isInstanceOf(Reply.AlreadyDecided.class);
        assertThat(rows.count("decision")).isEqualTo(COMPANIES);
    }

    @Test
    void theSameWordsOnAnotherHostAreAnotherCause() {
        pagesOfTheirOwn();
        rows.company("stranger", "https://stranger.test/refunds");
        rows.db()
                .sql("update source set host = 'stranger.test' where url like 'https://stranger%'")
                .update();
        rows.confirmed("https://stranger.test/refunds", "changed", 88, TERM);
        queue.settle(MORNING);

        queue.decide(everywhere(company(0), Answer.NOISE));

        assertThat(queue.list()).extracting(Item::company).containsExactly("stranger");
    }

    @Test
    void whatIsEditedByHandIsEditedAtOneCompany() {
        var byHand = new RecordEdit(Optional.of(List.of()), Optional.empty(), Optional.empty());

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new DecisionRequest(
                        new Target("acme", Set.of(), false, true),
                        Answer.MATERIAL_WORSE,
                        "anna",
                        "so",
                        Optional.empty(),
                        byHand)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at one company");
    }

    private void pagesOfTheirOwn() {
        companies().forEach(n -> {
            String page = "https://help.test/" + n + "/refunds";
            rows.company(company(n), page);
            rows.published(company(n), 70, "B", Map.of("refund", "Refunds are given within 30 days of purchase."));
            rows.confirmed(page, "changed", 88, TERM);
        });
        queue.settle(MORNING);
        queue.weigh();
    }

    private static IntStream companies() {
        return IntStream.range(0, COMPANIES);
    }

    private static String company(int n) {
        return "company-%02d".formatted(n);
    }

    private static DecisionRequest everywhere(String company, Answer answer) {
        return new DecisionRequest(
                new Target(company, Set.of(), false, true),
                answer,
                "anna",
                "one template",
                Optional.empty(),
                RecordEdit.PROPOSED);
    }
}
