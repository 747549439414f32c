package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.change.ClaimPages.READER;
import static org.evidencewatch.change.ClaimPages.claim;
import static org.evidencewatch.change.ClaimPages.page;
import static org.evidencewatch.change.ClaimPages.topic;

import java.util.List;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.junit.jupiter.api.Test;

class LinkProposalsTest {

    private static final ClaimFacts REFUND = claim(Dimension.REFUND, "Refunds within 30 days of the payment.");

    @Test
    void aSentenceThatStatesTheSameIsProposedAsItStands() {
        var found =
                of(REFUND, page("Prices are in euros.", "You can ask for a refund within thirty days of the payment."));
        assertThat(found).singleElement().satisfies(link -> {
            assertThat(link.agrees()).isTrue();
            assertThat(link.quote().exact()).isEqualTo("You can ask for a refund within thirty days of the payment.");
            assertThat(link.quote().prefix()).isEqualTo("Prices are in euros. ");
        });
    }

    @Test
    void theOneOtherValueIsProposedAsAConflict() {
        var found = of(REFUND, page("You can ask for a refund within 14 days of the payment."));
        assertThat(found)
                .singleElement()
                .satisfies(link -> assertThat(link.agrees()).isFalse());
    }

    @Test
    void ofSeveralOtherValuesNoneIsAConflict() {
        var found = of(
                REFUND,
                page(
                        "Monthly plans: you can ask for a refund within 7 days of the payment.",
                        "Gift cards: you can ask for a refund within 14 days of the payment."));
        assertThat(found).noneMatch(link -> !link.agrees());
    }

    @Test
    void ofATopicOnlyWhatStaffPostIsProposed() {
        assertThat(of(
                        REFUND,
                        topic("I got my refund within 30 days of the payment.", "You get a refund within 30 days.")))
                .isEmpty();
        assertThat(of(REFUND, topic("How long?", "staff: You can ask for a refund within 30 days of the payment.")))
                .extracting(link -> link.quote().exact())
                .containsExactly("You can ask for a refund within 30 days of the payment.");
    }

    @Test
    void whatIsStatedInWordsOnlyIsLinkedToTheNearestSentence() {
        var claim = claim(
                Dimension.CANCELLATION_PAGE, "The button Manage Subscription stands at the bottom of the Plan page.");
        var found = of(
                claim,
                page(
                        "Courses are listed on the front page.",
                        "Go to the bottom of the Plan page and press Manage Subscription."));
        assertThat(found).singleElement().satisfies(link -> {
            assertThat(link.fact()).isEmpty();
            assertThat(link.quote().exact())
                    .isEqualTo("Go to the bottom of the Plan page and press Manage Subscription.");
        });
    }

    @Test
    void whatIsNotNearIsNotProposed() {
        assertThat(of(REFUND, page("Courses are listed on the front page.", "Write to us whenever you like.")))
                .isEmpty();
    }

    @Test
    void noMoreThanThreeAreProposedAndTheSameEveryTime() {
        var claim = claim(
                Dimension.REFUND,
                "Refunds within 30 days of the payment, paid within 10 business days. Unused months are paid back. A restocking"
                        + " fee of 15% applies.");
        var page = page(
                "You can ask for a refund within 30 days of the payment.",
                "The refund arrives within 10 business days.",
                "Unused months are refunded.",
                "We charge a restocking fee of 15%.");
        assertThat(of(claim, page)).hasSize(LinkProposals.MOST).isEqualTo(of(claim, page));
    }

    @Test
    void aSentenceIsQuotedWithoutWhatStandsAboveIt() {
        var quote = page("Refunds", "You can ask for a refund within 30 days of the payment.")
                .quote("Refunds: nowhere");
        assertThat(quote).isEmpty();
        assertThat(page("Ask within 30 days of the payment.").quote("Refunds: Ask within 30 days of the payment."))
                .map(Quote::exact)
                .contains("Ask within 30 days of the payment.");
    }

    private static List<LinkProposal> of(ClaimFacts claim, CitedText page) {
        return LinkProposals.of(READER, claim, page);
    }
}
