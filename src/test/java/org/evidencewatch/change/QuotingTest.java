package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.company.Quote;
import org.junit.jupiter.api.Test;

class QuotingTest {

    @Test
    void wordsAroundAreWholeAndOfOneLine() {
        String text =
                "We sell boats and small ships to everybody.\nRefunds take 5 days.\nWrite to us whenever you like to.";
        assertThat(quote(text, "Refunds take 5 days.", 0))
                .isEqualTo(new Quote(
                        "Refunds take 5 days.", "and small ships to everybody. ", " Write to us whenever you like"));
    }

    @Test
    void asMuchIsAroundAsTellsTwoPlacesOfTheSameWordsApart() {
        String same = "Refunds take 5 days and are paid to the card that you used, as everybody knows well enough.";
        String text = "Monthly plans\n" + same + "\n" + same + "\nYearly plans\n" + same + "\n" + same;
        int last = text.lastIndexOf("paid to the card");
        Quote quote = Quoting.of(text, last, last + "paid to the card".length()).orElseThrow();
        String whole = quote.prefix() + quote.exact() + quote.suffix();
        String line = text.replace('\n', ' ');
        assertThat(line.indexOf(whole)).isEqualTo(line.lastIndexOf(whole)).isNotNegative();
        assertThat(quote.prefix()).contains("Yearly plans");
    }

    @Test
    void whatIsNoTextIsNotQuoted() {
        String text = "Refunds \u0001 take 5 days.";
        assertThat(Quoting.of(text, 0, text.length())).isEmpty();
    }

    private static Quote quote(String text, String words, int from) {
        int at = text.indexOf(words, from);
        return Quoting.of(text, at, at + words.length()).orElseThrow();
    }
}
