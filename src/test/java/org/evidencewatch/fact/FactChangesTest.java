package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evidencewatch.extract.Fragments;
import org.junit.jupiter.api.Test;

/** What counts as a change of facts between two texts. */
class FactChangesTest {

    private final FactReader reader = new FactReader();

    @Test
    void theSameFactInOtherWordsIsNone() {
        assertThat(changes(
                        "You can request a full refund within 14 days of purchase.",
                        "A full refund is available on request for two weeks after you buy."))
                .isEmpty();
    }

    @Test
    void numbersThatChangePlacesAreTwo() {
        assertThat(changes(
                        "Ask for your money back within 14 days. The money arrives within 30 days.",
                        "Ask for your money back within 30 days. The money arrives within 14 days."))
                .containsExactly("refund_window P14D -> P30D BETTER", "refund_processing_time P30D -> P14D BETTER");
    }

    @Test
    void aFactIsPairedWithThatOfTheSamePlan() {
        assertThat(
                        changes(
                                "<ul><li>Annual plan: refunds within 30 days</li><li>Monthly plan: refunds within 7 days</li></ul>",
                                "<ul><li>Monthly plan: refunds within 7 days</li><li>Annual plan: refunds within 14 days</li></ul>"))
                .containsExactly("refund_window P30D -> P14D WORSE");
    }

    @Test
    void aFactThatIsNoLongerStatedIsOne() {
        assertThat(changes("Our team is small. You can pause your plan for up to 3 months.", "Our team is small."))
                .containsExactly("pause_offered yes -> - WORSE", "pause_length_max P3M -> - WORSE");
    }

    @Test
    void whatASentenceMayStateThatWasNotUnderstoodIsNone() {
        assertThat(changes("You can pause your plan.", "Of pauses our plans have seen a good many."))
                .as("the matter of the flag")
                .isEmpty();
        assertThat(changes(
                        "You get a refund within 21 days.", "Three weeks, and not a day more, is what we grant here."))
                .as("the number")
                .noneMatch(change -> change.startsWith("refund_window"));
    }

    @Test
    void anotherSentenceWithTheSameNumberHidesNoFactThatIsGone() {
        assertThat(changes(
                        "We ask for 30 days' notice when you leave. Voicemails are kept for 14 days on our servers.",
                        "Voicemails are kept for 30 days on our servers."))
                .containsExactly("notice_period P30D -> - BETTER");
    }

    @Test
    void aNumberThatChangesItsRoleIsAMisreading() {
        assertThat(changes(
                        "You can withdraw from the contract for 14 days.",
                        "A full refund is yours on request in the 14 days after your purchase."))
                .isEmpty();
    }

    @Test
    void whatDependsOnADeadlineOnlyIsNotDeniedByAPlainYes() {
        assertThat(changes("Refunds within 14 days of purchase.", "We refund you within 14 days of purchase."))
                .isEmpty();
    }

    @Test
    void aQuestionOfSomethingElseEndsWhatWasTalkedOf() {
        assertThat(changes(
                        "To cancel, write to bye@acme.example. Lost your key? Ring us on weekdays.",
                        "To cancel, write to bye@acme.example. Lost your key? Chat with us on weekdays."))
                .isEmpty();
    }

    @Test
    void whatFollowsFromAFactIsToldOnlyAgainstWhatIsStated() {
        assertThat(changes(
                        "You can only cancel by phone.", "You can cancel in your account. You don't need to call us."))
                .contains("phone_required yes -> no BETTER");
        assertThat(changes("Refunds within 14 days of purchase.", "Refunds within 30 days of purchase."))
                .containsExactly("refund_window P14D -> P30D BETTER");
    }

    private List<String> changes(String before, String after) {
        return FactChanges.between(read(before), read(after)).stream()
                .map(change -> "%s %s -> %s %s"
                        .formatted(
                                change.role().word(),
                                change.before().map(fact -> fact.value().text()).orElse("-"),
                                change.after().map(fact -> fact.value().text()).orElse("-"),
                                change.direction()))
                .toList();
    }

    private FactSheet read(String text) {
        return reader.read(text.startsWith("<") ? Fragments.ofHtml(text) : Fragments.ofText(text));
    }
}
