package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.fact.FactChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlteredFactsTest {

    private static final String POLICY = """
            <title>Leaving Cedar - Cedar</title><main><h1>Leaving Cedar</h1>
            <p>You can cancel your subscription in your account settings. We keep invoices for ten years.</p>
            <p>Annual plans are refunded in full within 14 days of the purchase.</p>
            <p>The free trial lasts 7 days. Our support team answers within 2 days.</p>
            <p>Your plan renews automatically unless you cancel it. Copies are made each night.</p></main>""";

    private final ChangeDetector detector = new ChangeDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "within 14 days | within 7 days | fact-worse | refund window 14 days | refund window 7 days",
                "within 14 days | within 30 days | fact-better | refund window 14 days | refund window 30 days",
                "lasts 7 days | lasts 14 days | fact-better | trial length 7 days | trial length 14 days",
                "in your account settings | only by phone | fact-worse | cancellation channels online"
                        + " | cancellation channels phone"
            })
    void aReasonNamesRoleValuesAndDirection(String old, String now, String code, String before, String after) {
        assertThat(changed(POLICY.replace(old, now)).reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo(code);
            assertThat(reason.before().orElse("")).startsWith(before);
            assertThat(reason.after().orElse("")).startsWith(after);
        });
    }

    @Test
    void whatIsNoLongerStatedHasNoLaterSide() {
        var gone = changed(POLICY.replace("The free trial lasts 7 days. ", "")).reasons().stream()
                .filter(Reason::ofFact)
                .toList();

        assertThat(gone).extracting(reason -> reason.before().orElse("")).contains("trial length 7 days");
        assertThat(gone).allSatisfy(reason -> assertThat(reason.after()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for ten years | for seven years",
                "within 2 days | within 3 days",
                "within 14 days of the purchase | up to two weeks after the purchase"
            })
    void otherNumbersAndOtherWordsAreNoFacts(String old, String now) {
        var changed = changed(POLICY.replace(old, now));

        assertThat(changed.facts()).isEmpty();
        assertThat(changed.reasons()).noneMatch(Reason::ofFact);
    }

    @Test
    void whatIsWorseComesBeforeWhatIsBetter() {
        var changed = changed(POLICY.replace("in your account settings", "in your account settings or by chat")
                .replace("The free trial lasts 7 days.", "There is no free trial."));

        assertThat(changed.reasons())
                .extracting(Reason::code)
                .contains("fact-better")
                .startsWith("fact-worse");
    }

    @Test
    void aFactThatIsWorseMakesTheChangeGrave() {
        int worse = changed(POLICY.replace("within 14 days", "within 7 days")).severity();
        int words = changed(POLICY.replace("within 2 days", "within 3 days")).severity();

        assertThat(worse).isGreaterThan(words).isGreaterThanOrEqualTo(80);
    }

    /** A reading by better rules for facts must still agree with what was flagged. */
    @Test
    void theFingerprintIsOfTheWordsAlone() {
        var changed = changed(POLICY.replace("within 14 days", "within 7 days"));
        List<Reason> ofWords =
                changed.reasons().stream().filter(reason -> !reason.ofFact()).toList();

        assertThat(ofWords).hasSizeLessThan(changed.reasons().size());
        assertThat(Fingerprint.of(Kind.CHANGED, changed.reasons())).isEqualTo(Fingerprint.of(Kind.CHANGED, ofWords));
    }

    /** One of two copies that the page shows by turns promises less; that alone is no news, and is not told with what is. */
    @Test
    void tellsNoFactOfWordsThatThePageHasShownBefore() {
        String copy = POLICY.replace("lasts 7 days", "lasts 14 days");
        var known = KnownStates.NONE.with(Fixture.readHtml(copy));
        var now = Fixture.readHtml(copy.replace("within 14 days", "within 7 days"));

        assertThat(detector.compare(Fixture.readHtml(POLICY), now, known))
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.facts())
                                .extracting(FactChange::role)
                                .extracting(role -> role.word())
                                .containsExactly("refund_window"));
    }

    private Changed changed(String after) {
        return (Changed) detector.compare(Fixture.readHtml(POLICY), Fixture.readHtml(after));
    }
}
