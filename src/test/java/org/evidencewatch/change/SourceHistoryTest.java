package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Observation.Said;
import org.evidencewatch.change.Observation.Waiting;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Page;
import org.junit.jupiter.api.Test;

class SourceHistoryTest {

    private static final Duration NIGHT = Duration.ofDays(1);
    private static final String TERMS = """
            <h2>Refunds</h2><p>We refund annual plans within 14 days of the purchase, and monthly plans never.</p>
            <h2>Cancelling</h2><p>You can cancel in your profile at any time; the plan then ends with the period that was paid.</p>
            <p>After you cancel, we keep your work for a year, so that you may come back and find it as you left it.</p>
            """;

    private final Extractor extractor = new Extractor();
    private final SourceHistory history = new SourceHistory();
    private final List<String> alarms = new ArrayList<>();
    private Instant night = Instant.parse("2026-01-01T02:00:00Z");

    @Test
    void flagsAChangeOnceAndNotWhatStays() {
        nights(TERMS, TERMS, TERMS.replace("14", "7"), TERMS.replace("14", "7"), TERMS.replace("14", "7"));

        assertThat(alarms).containsExactly("2026-01-03");
    }

    @Test
    void aReturnToWhatWasShownBeforeIsAVariant() {
        String other = TERMS.replace("in your profile", "by a letter to our office");
        nights(TERMS, other);

        assertThat(show(TERMS)).isInstanceOf(Variant.class);
        assertThat(show(other)).isNotInstanceOf(Changed.class);
        assertThat(show(TERMS)).isNotInstanceOf(Changed.class);
        assertThat(alarms).containsExactly("2026-01-02");
    }

    @Test
    void thingsThatComeAndGoAreKnownInEveryCombination() {
        String first = "<p>Our office is closed on Monday next week for the holiday of the town.</p>" + TERMS;
        String second = TERMS + "<p>Ask in the forum what other customers think of their plans this year.</p>";
        nights(TERMS, first, TERMS, second, TERMS);
        alarms.clear();

        show(first + "<p>Ask in the forum what other customers think of their plans this year.</p>");

        assertThat(alarms).isEmpty();
    }

    @Test
    void aChangeInsideAKnownCopyIsFlagged() {
        String other = TERMS.replace("in your profile", "by a letter to our office");
        nights(TERMS, other, TERMS, other, TERMS);
        alarms.clear();

        show(other.replace("14 days", "3 days"));

        assertThat(alarms).hasSize(1);
    }

    @Test
    void theReturnToAnOldTextIsNewsOnceThePageHasSettled() {
        nights(TERMS, TERMS.replace("14", "7"));
        for (int i = 0; i < 70; i++) {
            show(TERMS.replace("14", "7"));
        }
        alarms.clear();

        show(TERMS);

        assertThat(alarms).hasSize(1);
    }

    @Test
    void aFailedReadIsNoChangeAndLeavesNoTrace() {
        nights(TERMS);

        assertThat(history.observe(read("<title>404 Not Found</title><h1>Page not found</h1>"), night))
                .isEqualTo(new Said(detected("<title>404 Not Found</title><h1>Page not found</h1>")));
        nights(TERMS);

        assertThat(alarms).isEmpty();
    }

    @Test
    void aPageThatLastsAsAnotherOneOnTheSameMattersIsThePage() {
        String rewritten = """
                <h2>Getting your money back</h2><p>Whoever bought a plan can ask for a refund during the first month after the
                purchase, as long as no course was finished; monthly customers cannot ask for refunds at all.</p>
                <h2>Ending a plan</h2><p>Plans are ended by customers themselves, under their profile; cancelling takes effect when
                the paid period is over. Work stays stored for twelve months, then the account is deleted for good.</p>
                """;
        show(page("Refund policy", TERMS.repeat(4)));

        assertThat(show(page("How leaving works", rewritten.repeat(4)))).isInstanceOf(Degraded.class);
        assertThat(show(page("How leaving works", rewritten.repeat(4)))).isInstanceOf(Degraded.class);
        assertThat(show(page("How leaving works", rewritten.repeat(4)))).isInstanceOf(Changed.class);
    }

    @Test
    void aPageOfOtherMattersNeverBecomesThePage() {
        String home =
                "<p>Meet new people near you, chat all night long, and find love with our app on every phone.</p>";
        show(page("Refund policy", TERMS.repeat(4)));
        for (int i = 0; i < 30; i++) {
            assertThat(show(page("Love is where you are", home.repeat(4)))).isInstanceOf(Degraded.class);
        }
    }

    @Test
    void aHeadingAloneMustStayBeforeItIsNews() {
        String other = TERMS.replace("<h2>Refunds", "<h2>Money back");
        show(TERMS);

        assertThat(history.observe(read(page("Policy", other)), night)).isInstanceOf(Waiting.class);
        nights(TERMS, other, TERMS, other, TERMS);

        assertThat(alarms).isEmpty();
    }

    @Test
    void aYearOfNoiseHoldsOneFlag() {
        for (int day = 0; day < 365; day++) {
            String terms = day < 200 ? TERMS : TERMS.replace("14 days", "7 days");
            String heading = day % 3 == 1 ? "Refunds" : "Money back";
            String banner =
                    "Offer no. " + day % 17 + ": save " + (5 + day % 17) + " percent on all annual plans until Sunday!";
            show("<title>Policy</title><div class=x7>" + banner + "</div><h1>Policy</h1><div class=q>"
                    + terms.replace("Refunds", heading) + "<p>" + (10_000 + 37 * day) + " views</p><p>Updated "
                    + (day % 9 + 1) + " days ago</p></div>");
        }

        assertThat(alarms).containsExactly("2026-07-20");
    }

    @Test
    void aPassageThatIsNewEachNightIsLearntToBeSo() {
        for (int day = 0; day < 60; day++) {
            show(TERMS + "<p>Customer of the day is number " + (700 + 13 * day) + ", who chose the annual plan.</p>"
                    + "<p>Write to us whenever something is unclear to you.</p>");
        }
        int learning = alarms.size();
        show(TERMS.replace("14", "7") + "<p>Customer of the day is number 9, who chose the annual plan.</p>"
                + "<p>Write to us whenever something is unclear to you.</p>");

        assertThat(learning).isLessThanOrEqualTo(3);
        assertThat(alarms).hasSize(learning + 1);
    }

    private void nights(String... texts) {
        for (String text : texts) {
            show(page("Policy", text));
        }
    }

    private Verdict show(String html) {
        Observation observation = history.observe(read(html.contains("<title>") ? html : page("Policy", html)), night);
        Verdict verdict = observation instanceof Said said ? said.verdict() : new Verdict.Cosmetic();
        if (verdict instanceof Changed) {
            alarms.add(night.toString().substring(0, 10));
        }
        night = night.plus(NIGHT);
        return verdict;
    }

    private Verdict detected(String html) {
        return new ChangeDetector().first(read(html).own());
    }

    private static String page(String title, String text) {
        return "<title>" + title + "</title><main><h1>" + title + "</h1>" + text + "</main>";
    }

    private Legible read(String html) {
        return Legible.of(extractor, Page.ofFile(Optional.empty(), html.getBytes(StandardCharsets.UTF_8)));
    }
}
