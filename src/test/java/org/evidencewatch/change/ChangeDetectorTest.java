package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeDetectorTest {

    private static final String POLICY = """
            <title>Refunds - Cedar</title><main><h1>Refunds</h1>
            <p>You can cancel your subscription at any time from your profile.</p>
            <p>We refund annual plans within 14 days of the purchase, and the money is paid back within 5 business days.</p>
            <p>The plan costs $9.99 a month. Contact us by phone or through the form.</p>
            <p>Trials are not extended. You may ask our colour team for help with that matter.</p>
            <p>Last updated: May 5, 2026. These terms took effect on January 3, 2026 in all countries.</p></main>""";

    private final ChangeDetector detector = new ChangeDetector();

    @Test
    void theFirstGoodReadingIsFirstSeen() {
        assertThat(detector.first(Fixture.readHtml(POLICY))).isInstanceOf(FirstSeen.class);
    }

    @Test
    void equalReadingsAreUnchanged() {
        assertThat(compared(POLICY)).isInstanceOf(Unchanged.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14 days | 14&nbsp;days",
                "Last updated: May 5, 2026. | Last updated: June 9, 2026.",
                "<title>Refunds - Cedar | <title>(3) Refunds - Cedar",
                "<p>Trials | <nav><a href=x>New menu entry</a></nav><p>Trials",
                "<p>Trials | <div class=cookie-banner>We use cookies on this site</div><p>Trials",
                "from your profile. | from your profile!",
                "purchase, and | purchase,</p><p>and",
                "<p>Trials | <script>var nonce=1</script><p>Trials"
            })
    void noiseIsNoChange(String before, String after) {
        assertThat(POLICY).contains(before);
        assertThat(compared(POLICY.replace(before, after))).isInstanceOfAny(Unchanged.class, Cosmetic.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14 days | 7 days | number-changed | 70 | 100",
                "14 days | thirty days | number-changed | 70 | 100",
                "$9.99 | $12.99 | price-changed | 70 | 100",
                "We refund | We do not refund | negation-changed | 70 | 100",
                "You can cancel | You must cancel | modal-changed | 50 | 80",
                "by phone or | by chat or | channel-changed | 50 | 100",
                "colour | color | spelling-changed | 1 | 15",
                "January 3, 2026 | February 1, 2026 | date-changed | 5 | 20",
                "from your profile | from the account settings page | words-changed | 20 | 69"
            })
    void weighsAChangeByItsKind(String before, String after, String code, int least, int most) {
        Changed changed = changed(POLICY.replace(before, after));

        assertThat(changed.reasons().stream().filter(reason -> !reason.ofFact()).findFirst())
                .map(Reason::code)
                .contains(code);
        assertThat(changed.severity()).isBetween(least, most);
    }

    @Test
    void showsTheChangedWordsInTheirContext() {
        Reason reason = changed(POLICY.replace("14 days", "7 days")).reasons().stream()
                .filter(each -> !each.ofFact())
                .findFirst()
                .orElseThrow();

        assertThat(reason.before())
                .get(InstanceOfAssertFactories.STRING)
                .contains("refund annual plans within 14 days");
        assertThat(reason.after()).get(InstanceOfAssertFactories.STRING).contains("refund annual plans within 7 days");
    }

    @Test
    void cutsLongWordingAtAWord() {
        Changed changed = changed(
                POLICY.replace("</main>", "<p>" + "entirely new wording stands here ".repeat(40) + "</p></main>"));

        assertThat(changed.reasons()).allSatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("text-added");
            assertThat(reason.before()).isEmpty();
            assertThat(reason.after().orElseThrow())
                    .hasSizeLessThanOrEqualTo(Wording.LONGEST)
                    .matches("(?s).*\\p{L}…");
        });
    }

    @Test
    void aMovedPassageIsNoChange() {
        String passage = "<p>You can cancel your subscription at any time from your profile.</p>";
        String moved = POLICY.replace(passage, "").replace("</main>", passage + "</main>");

        assertThat(compared(moved)).isInstanceOf(Cosmetic.class);
    }

    @Test
    void sortsTheWorstReasonFirst() {
        Changed changed = changed(POLICY.replace("colour", "color").replace("14 days", "7 days"));

        assertThat(changed.reasons())
                .extracting(Reason::code)
                .containsExactly("fact-worse", "number-changed", "spelling-changed");
    }

    @Test
    void aCollapsedPageIsDegradedAndARewrittenOneChanged() {
        String policy = "<title>Refunds</title><main><h1>Refunds</h1>" + prose("we refund annual plan") + "</main>";
        Reading before = Fixture.readHtml(policy);

        Verdict collapsed = compare(
                before, "<title>Cedar</title><main><h1>Cedar</h1><p>Welcome to a place of many good things.</p>");
        Verdict rewritten = compare(
                before, "<title>Refunds</title><main><h1>Refunds</h1>" + prose("money goes back when") + "</main>");

        assertThat(collapsed)
                .isInstanceOfSatisfying(
                        Degraded.class,
                        degraded -> assertThat(degraded.reasons())
                                .extracting(Reason::code)
                                .containsExactly("text-collapsed"));
        assertThat(rewritten).isInstanceOf(Changed.class);
    }

    @Test
    void anotherPageOfLikeLengthIsDegraded() {
        Reading before = Fixture.readHtml(
                "<title>Refund policy - Cedar</title><main><h1>Refund policy</h1>" + prose("we refund annual plan"));

        assertThat(compare(
                        before,
                        "<title>Cedar: plant trees</title><main><h1>Plant trees with us</h1>"
                                + prose("oak and birch in")))
                .isInstanceOfSatisfying(
                        Degraded.class,
                        degraded -> assertThat(degraded.reasons())
                                .extracting(Reason::code)
                                .containsExactly("other-page"));
    }

    @Test
    void anotherLanguageIsSaidOnce() {
        String english =
                "<h1>Terms</h1><p>" + "You agree to the terms of this site and to the use of your data. ".repeat(12);
        String german = "<h1>Terms</h1><p>"
                + "Sie stimmen den Bedingungen zu und wissen, dass die Nutzung von uns ist. ".repeat(12);
        Verdict verdict = compare(Fixture.readHtml(english), german);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.reasons())
                                .extracting(Reason::code)
                                .containsExactly("language-changed"));
    }

    @Test
    void carriesTheStatesCodesWhereThereIsNothingToCompare() {
        Reading before = Fixture.readHtml(POLICY);
        URI target = URI.create("https://cedar.example/en/terms");

        assertThat(detector.compare(before, Fixture.read("states/soft-404-in-frame/page.html")))
                .isInstanceOf(Gone.class);
        assertThat(detector.compare(
                        before, Fixture.read("states/meta-refresh/page.html", "https://cedar.example/terms")))
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.candidate()).contains(target));
        assertThat(detector.first(Fixture.read("states/challenge-with-200/page.html")))
                .isInstanceOfSatisfying(
                        Degraded.class,
                        degraded -> assertThat(degraded.reasons())
                                .extracting(Reason::code)
                                .containsExactly("cloudflare-challenge"));
    }

    @Test
    void refusesABaselineThatIsNotGood() {
        Reading bad = Fixture.read("states/parked/page.html");

        assertThatThrownBy(() -> detector.compare(bad, Fixture.readHtml(POLICY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PARKED");
    }

    /** Sixty different sentences about one thing. */
    private static String prose(String about) {
        var text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append("<p>")
                    .append(about)
                    .append(" case")
                    .append(i)
                    .append(" ")
                    .append(about.hashCode() % 97 + i)
                    .append(".</p>");
        }
        return text.toString();
    }

    private Verdict compared(String after) {
        return compare(Fixture.readHtml(POLICY), after);
    }

    private Verdict compare(Reading before, String after) {
        return detector.compare(before, Fixture.readHtml(after));
    }

    private Changed changed(String after) {
        Verdict verdict = compared(after);
        assertThat(verdict).isInstanceOf(Changed.class);
        return (Changed) verdict;
    }
}
