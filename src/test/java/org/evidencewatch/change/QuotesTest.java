package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change is weighed by what the citations quote. */
class QuotesTest {

    private static final String QUOTE = "You can cancel online at any time.";
    private static final String REFUND = "Refunds are available within 14 days.";
    private static final Changed CHANGED =
            new Changed(40, List.of(new Reason("words-changed", Optional.of("online"), Optional.of("by phone"), 40)));

    @Test
    void aQuoteThatNoLongerStandsIsLost() {
        var verdict = weigh(quote(QUOTE), page(QUOTE), page("You can cancel by phone at any time."));
        assertThat(verdict).isInstanceOfSatisfying(QuoteLost.class, lost -> {
            assertThat(lost.severity()).isEqualTo(70);
            assertThat(lost.reasons()).extracting(Reason::code).containsExactly("quote-lost", "words-changed");
            assertThat(lost.reasons().getFirst().before()).contains(QUOTE);
        });
    }

    @Test
    void aQuoteInOtherTypographyStillStands() {
        var curly = page("You can cancel\u00a0online at any\u2009time.", "Prices rose.");
        assertThat(weigh(quote(QUOTE), page(QUOTE), curly)).isSameAs(CHANGED);
    }

    @Test
    void aChangeOfOtherWordsStaysAChange() {
        var before = page("Prices start at 5 euros.", QUOTE);
        assertThat(weigh(quote(QUOTE), before, page("Prices start at 9 euros.", QUOTE)))
                .isSameAs(CHANGED);
    }

    @Test
    void aQuoteThatNeverStoodThereSaysNothing() {
        assertThat(weigh(quote("Ask us anything."), page(QUOTE), page("Other words.")))
                .isSameAs(CHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Refunds are available within 30 days for annual plans.",
                "Refunds are not available within 14 days.",
                "Refunds are available within 14 days of the purchase of Studio Plus.",
                "Refunds are available within 14 hours."
            })
    void aDeletedSentenceIsNotFoundInALookAlike(String lookAlike) {
        var verdict = weigh(quote(REFUND), page(REFUND, lookAlike), page(lookAlike));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        QuoteLost.class,
                        lost -> assertThat(lost.reasons().getFirst().after()).isEmpty());
    }

    @Test
    void aRewordedSentenceIsSuggested() {
        String quote =
                "You may cancel your subscription at any time in the billing section of your account settings page.";
        String now = "You can cancel your subscription at any time in the billing section of your account settings.";
        var verdict = weigh(quote(quote), page("Hello there.", quote), page("Hello there.", "New! " + now));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        QuoteLost.class,
                        lost -> assertThat(lost.reasons().getFirst().after())
                                .contains(now.substring(0, now.length() - 1)));
    }

    @Test
    void aQuoteUnderAnotherHeadingIsMoved() {
        var before = page(under("Monthly plans", REFUND), under("Annual plans", "Ask us."));
        var after = page(under("Monthly plans", "Ask us."), under("Annual plans", REFUND));
        var changedPlaces = Quotes.weigh(new Cosmetic(), List.of(quote(REFUND)), before, after);
        assertThat(changedPlaces).isInstanceOfSatisfying(QuoteMoved.class, moved -> {
            assertThat(moved.reasons()).extracting(Reason::code).containsExactly("quote-moved");
            assertThat(moved.reasons().getFirst().before()).contains("Monthly plans: " + REFUND);
            assertThat(moved.reasons().getFirst().after()).contains("Annual plans: " + REFUND);
            assertThat(Verdicts.severity(moved)).isEqualTo(50);
        });
        assertThat(weigh(quote(REFUND), before, after)).isInstanceOf(QuoteMoved.class);
    }

    @Test
    void aRewordedHeadingMovesNothing() {
        var before = page(under("Help > Refunds", REFUND), under("Help > Plans", "Ask us."));
        var after = page(under("Support > Refund policy", REFUND), under("Support > Plans", "Ask us."));
        assertThat(weigh(quote(REFUND), before, after)).isSameAs(CHANGED);
    }

    @Test
    void theTwinOfADeletedQuoteDoesNotStandForIt() {
        var cited = new Quote(REFUND, "For monthly plans:", "Write to billing.");
        var before = page(
                under("Monthly", "For monthly plans: " + REFUND + " Write to billing."),
                under("Annual", "For annual plans: " + REFUND + " Call us."));
        var after = page(under("Monthly", "No refunds."), under("Annual", "For annual plans: " + REFUND + " Call us."));
        assertThat(weigh(cited, before, after)).isInstanceOf(QuoteLost.class);
        assertThat(weigh(quote(REFUND), before, after)).isSameAs(CHANGED);
    }

    @Test
    void aLostQuoteOutranksAMovedOne() {
        var before = page(under("One", REFUND), under("Two", QUOTE));
        var after = page(under("One", "Nothing else."), under("Two", REFUND));
        var verdict = Quotes.weigh(CHANGED, List.of(quote(REFUND), quote(QUOTE)), before, after);
        assertThat(Verdicts.word(verdict)).isEqualTo("quote-lost");
        assertThat(Verdicts.reasons(verdict))
                .extracting(Reason::code)
                .containsExactly("quote-moved", "quote-lost", "words-changed");
    }

    private static Verdict weigh(Quote quote, Reading before, Reading after) {
        return Quotes.weigh(CHANGED, List.of(quote), before, after);
    }

    private static Quote quote(String words) {
        return new Quote(words, "", "");
    }

    private static Block under(String heading, String text) {
        return new Block(heading, text, text);
    }

    private static Reading page(String... passages) {
        return page(Arrays.stream(passages).map(text -> under("", text)).toArray(Block[]::new));
    }

    private static Reading page(Block... blocks) {
        return new Reading("1", "generic", Way.STRUCTURE, PageState.OK, List.of(), "Help", List.of(blocks), 1);
    }
}
