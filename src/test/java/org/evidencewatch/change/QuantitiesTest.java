package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A length of time is the same in other words, and no other. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "You have 7 days to change your mind, For a week you can change your mind",
        "a 14-day trial, a fortnight to try it",
        "within 24 hours, within one day",
        "within 48 hours, within 2 days",
        "renews after 12 months, renews after a year",
        "twelve months of notice, 1 year of notice",
    })
    void theSameLengthInOtherWords(String before, String after) {
        assertThat(quantities(before)).isEqualTo(quantities(after));
    }

    @ParameterizedTest
    @CsvSource({
        "30 days, a month",
        "7 days, 7 business days",
        "36 hours, 1 day",
        "2 weeks, 10 days",
        "7 plans, a week",
        "one day and one day, one day",
        "99999 days, 99998 days",
    })
    void anotherLength(String before, String after) {
        assertThat(quantities(before)).isNotEqualTo(quantities(after));
    }

    @ParameterizedTest
    @CsvSource({"3 devices for 2 weeks at $ 5", "$ 5 for 3 devices and 14 days"})
    void whatIsCountedOtherwiseCountsAsItStands(String text) {
        assertThat(quantities(text)).containsExactlyInAnyOrderEntriesOf(Map.of("3", 1, "14 days", 1, "5", 1));
    }

    private static Map<String, Integer> quantities(String text) {
        return Quantities.of(Words.of(text).keys());
    }
}
