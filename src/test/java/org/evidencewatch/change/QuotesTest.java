package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;
import org.junit.jupiter.api.Test;

/** A change is weighed by what the citations quote. */
class QuotesTest {

    private static final String QUOTE = "You can cancel online at any time.";
    private static final Changed CHANGED =
            new Changed(40, List.of(new Reason("words-changed", Optional.of("online"), Optional.of("by phone"), 40)));

    @Test
    void aQuoteThatNoLongerStandsIsLost() {
        var verdict = Quotes.weigh(CHANGED, List.of(QUOTE), page(QUOTE), page("You can cancel by phone at any time."));
        assertThat(verdict).isInstanceOfSatisfying(QuoteLost.class, lost -> {
            assertThat(lost.severity()).isEqualTo(70);
            assertThat(lost.reasons()).extracting(Reason::code).containsExactly("quote-lost", "words-changed");
            assertThat(lost.reasons().getFirst().before()).contains(QUOTE);
        });
    }

    @Test
    void aQuoteInOtherTypographyStillStands() {
        var curly = page("You can cancel\u00a0online at any\u2009time.", "Prices rose.");
        assertThat(Quotes.weigh(CHANGED, List.of(QUOTE), page(QUOTE), curly)).isSameAs(CHANGED);
    }

    @Test
    void aQuoteThatNeverStoodThereSaysNothing() {
        assertThat(Quotes.weigh(CHANGED, List.of("Ask us anything."), page(QUOTE), page("Other words.")))
                .isSameAs(CHANGED);
    }

    private static Reading page(String... passages) {
        var blocks = List.of(passages).stream().map(p -> new Block("", p, p)).toList();
        return new Reading("1", "generic", Way.STRUCTURE, PageState.OK, List.of(), "Help", blocks, 1);
    }
}
