package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.extract.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that breaks off looks, where no length was announced, like a page from which passages were taken. */
class CutShortTest {

    private static final String PAGE = """
            <!doctype html><html><head><title>Refunds - Cedar</title></head><body><main><h1>Refunds</h1>
            <p>You can cancel your subscription at any time from your profile, and keep it to the end of the term.</p>
            <p>We refund annual plans within 14 days of the purchase, and the money is paid back within 5 days.</p>
            <p>The plan costs $9.99 a month. Contact us by phone or through the form on our pages for help.</p>
            <p>Trials are not extended. You may ask our colour team for help with that matter at any time.</p>
            </main><footer>Cedar, a company of gardens</footer></body></html>""";

    private static final ChangeDetector DETECTOR = new ChangeDetector();

    @Test
    void whereverItBreaksOffInItsTextItIsNoChange() {
        int end = PAGE.indexOf("time.</p>\n</main>") + 4;
        for (int length = PAGE.indexOf("from your profile"); length < end; length += length < end - 20 ? 7 : 1) {
            Verdict verdict = compared(PAGE, PAGE.substring(0, length));
            assertThat(verdict).as(PAGE.substring(0, length)).isInstanceOf(Degraded.class);
        }
    }

    @Test
    void theReasonSaysSo() {
        assertThat(compared(PAGE, PAGE.substring(0, PAGE.indexOf("Trials"))))
                .isInstanceOfSatisfying(
                        Degraded.class,
                        degraded -> assertThat(degraded.reasons())
                                .extracting(Reason::code)
                                .containsExactly("cut-short"));
    }

    @Test
    void whatIsCutBelowTheTextIsNoMatter() {
        assertThat(compared(PAGE, PAGE.substring(0, PAGE.indexOf("a company")))).isInstanceOf(Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Trials are not extended. ", "<p>We refund annual plans within 14 days of the purchase, and"})
    void aPageThatClosesItsBodyHasLostItsPassagesTruly(String passage) {
        assertThat(compared(PAGE, PAGE.replace(passage, ""))).isInstanceOf(Changed.class);
    }

    @Test
    void aPageThatNeverClosedItsBodyHasLostThemTruly() {
        String open = PAGE.replace("</body></html>", "");
        assertThat(compared(open, open.replace("Trials are not extended. ", "")))
                .isInstanceOf(Changed.class);
    }

    @Test
    void otherWordsInAPageThatStopsClosingItsBodyAreAChange() {
        String open = PAGE.replace("</body></html>", "");
        assertThat(compared(PAGE, open.replace("14 days", "7 days"))).isInstanceOf(Changed.class);
    }

    private static Verdict compared(String before, String after) {
        return DETECTOR.compare(Fixture.readHtml(before), Fixture.readHtml(after));
    }
}
