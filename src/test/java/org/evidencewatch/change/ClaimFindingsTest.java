package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.change.ClaimPages.claim;
import static org.evidencewatch.change.ClaimPages.link;
import static org.evidencewatch.change.ClaimPages.page;
import static org.evidencewatch.change.ClaimVerdict.CANNOT_TELL;
import static org.evidencewatch.change.ClaimVerdict.CONTRADICTED;
import static org.evidencewatch.change.ClaimVerdict.NO_LONGER_STATED;
import static org.evidencewatch.change.ClaimVerdict.REWORDED;
import static org.evidencewatch.change.ClaimVerdict.SUPPORTED;
import static org.evidencewatch.change.ClaimVerdict.VALUE_CHANGED;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.ClaimLink.State;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Role;
import org.junit.jupiter.api.Test;

class ClaimFindingsTest {

    private static final String WINDOW = "You can ask for a refund within 30 days of the payment.";
    private static final ClaimFacts CLAIM = claim(Dimension.REFUND, "Refunds within 30 days of the payment.");
    private static final ClaimLink LINK = link(Role.REFUND_WINDOW, "P30D", WINDOW);

    @Test
    void wordsThatStandSupportTheClaim() {
        assertThat(found(CLAIM, page(WINDOW, "Prices rose."), LINK)).contains(SUPPORTED);
    }

    @Test
    void theSameValueInOtherWordsIsReworded() {
        assertThat(found(CLAIM, page("Refunds can be requested for 30 days after you have paid."), LINK))
                .contains(REWORDED);
    }

    @Test
    void anotherNumberIsAValueThatChanged() {
        var now = page("You can ask for a refund within 14 days of the payment.");
        assertThat(ClaimFindings.of(
                        CLAIM, List.of(LINK), now, capture -> page(WINDOW).sheet()))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.verdict()).isEqualTo(VALUE_CHANGED);
                    assertThat(finding.value()).contains("P14D");
                    assertThat(finding.quote()).contains("You can ask for a refund within 14 days of the payment.");
                });
    }

    @Test
    void aYesThatBecameANoContradicts() {
        var pause = claim(Dimension.PAUSE, "Plans can be paused.");
        var was = "You can pause your plan at any time.";
        assertThat(found(pause, page(was), page("Plans cannot be paused."), link(Role.PAUSE_OFFERED, "yes", was)))
                .contains(CONTRADICTED);
    }

    @Test
    void whatNoSentenceMayStateAnyMoreIsNoLongerStated() {
        assertThat(found(CLAIM, page("Prices are in euros.", "Contact us in the app."), LINK))
                .contains(NO_LONGER_STATED);
    }

    @Test
    void whereASentenceThatWasNotUnderstoodMayStateItNothingIsTold() {
        assertThat(found(CLAIM, page("Thirty days is what our customers know us for, in one way or another."), LINK))
                .contains(CANNOT_TELL);
    }

    @Test
    void whatAPersonRejectedIsNotLookedFor() {
        var rejected = link(LINK.role(), LINK.value(), WINDOW, true, State.REJECTED);
        assertThat(found(CLAIM, page("Prices are in euros."), rejected)).isEmpty();
    }

    @Test
    void mereWordsTellNothingBeforeAPersonAcceptedThem() {
        var words = "The cancel button is at the foot of your profile.";
        var claim = claim(Dimension.CANCELLATION_PAGE, "The button is at the foot of the profile.");
        assertThat(found(claim, page(words), byWords(words, State.PROPOSED))).contains(CANNOT_TELL);
        assertThat(found(claim, page(words), byWords(words, State.ACCEPTED))).contains(SUPPORTED);
    }

    @Test
    void acceptedWordsAreRewordedLostOrPerhapsStillThere() {
        var words = "The button for leaving stands at the very foot of the page with your profile in it.";
        var claim = claim(Dimension.CANCELLATION_PAGE, "The button is at the foot of the profile.");
        var accepted = byWords(words, State.ACCEPTED);
        assertThat(found(
                        claim,
                        page("The button for leaving is at the very foot of the page with your profile in it."),
                        accepted))
                .contains(REWORDED);
        assertThat(found(claim, page("Prices are in euros.", "Write to us."), accepted))
                .contains(NO_LONGER_STATED);
        assertThat(found(claim, page("A profile page has its leaving button at the foot, not at the top."), accepted))
                .contains(CANNOT_TELL);
    }

    @Test
    void aConflictCountsOnceAPersonAcceptedIt() {
        var other = "You can ask for a refund within 14 days of the payment.";
        var role = Optional.of(Role.REFUND_WINDOW);
        var value = Optional.of("P14D");
        assertThat(found(CLAIM, page(other), link(role, value, other, false, State.PROPOSED)))
                .contains(CANNOT_TELL);
        assertThat(found(CLAIM, page(other), link(role, value, other, false, State.ACCEPTED)))
                .contains(CONTRADICTED);
    }

    @Test
    void aPageThatNamesSomeOfTheWaysSupportsUntilOneOfThemIsGone() {
        var ways = claim(Dimension.CHANNELS, "Plans are cancelled online or by e-mail.");
        var was = "You can cancel online in your account settings.";
        var link = link(Role.CANCELLATION_CHANNELS, "online", was);
        assertThat(found(ways, page(was), link)).contains(SUPPORTED);
        assertThat(found(ways, page(was), page("To cancel, call us by phone."), link))
                .contains(VALUE_CHANGED);
    }

    @Test
    void theGravestOfSeveralPartsIsTold() {
        var both = claim(
                Dimension.REFUND, "Refunds within 30 days of the payment. The refund arrives within 10 business days.");
        var arrives = "The refund arrives on your card within 10 business days.";
        assertThat(found(
                        both,
                        page(WINDOW, arrives),
                        page("You can ask for a refund within 7 days of the payment.", arrives),
                        LINK,
                        link(Role.REFUND_PROCESSING_TIME, "P10BD", arrives)))
                .contains(VALUE_CHANGED);
    }

    private static ClaimLink byWords(String words, State state) {
        return link(Optional.empty(), Optional.empty(), words, true, state);
    }

    private static Optional<ClaimVerdict> found(ClaimFacts claim, CitedText now, ClaimLink... links) {
        return found(claim, page(WINDOW), now, links);
    }

    private static Optional<ClaimVerdict> found(ClaimFacts claim, CitedText before, CitedText now, ClaimLink... links) {
        return ClaimFindings.of(claim, List.of(links), now, capture -> before.sheet())
                .map(ClaimFinding::verdict);
    }
}
