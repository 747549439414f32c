package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "within 14 days | P14D",
                "within fourteen (14) days | P14D",
                "a 30-day guarantee | P30D",
                "a fortnight | P2W",
                "48 hours before | PT48H",
                "1 month's notice | P1M",
                "a calendar month | P1M",
                "a quarter ahead | P3M",
                "half a year | P6M",
                "the first half-year is over | P6M",
                "a day ahead | P1D",
                "the tenth day | P10D",
                "up to the sixtieth day | P60D",
                "by the end of day 20 | P20D",
                "3\u20135 business days | P3BD/P5BD",
                "between 5 and 10 working days | P5BD/P10BD",
                "5 to 10 banking days | P5BD/P10BD",
                "twenty-one days | P21D",
                "five or more days | P5D",
                "a couple of weeks | P2W",
                "in the first week | P1W",
                "first 10 business days | P10BD",
                "fünf Werktage | P5BD",
                "5 jours ouvrés | P5BD",
                "cinco días hábiles | P5BD"
            })
    void readsLengthsOfTime(String text, String expected) {
        assertThat(values(text, Values.DURATION)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$9.99 a month | USD 9.99",
                "EUR 30.00 | EUR 30",
                "\u20ac2.50 | EUR 2.5",
                "12,50 \u20ac | EUR 12.5",
                "1,200 dollars | USD 1200",
                "\u00a35 | GBP 5",
                "CHF 20 | CHF 20"
            })
    void readsMoney(String text, String expected) {
        assertThat(values(text, Values.MONEY)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50 % of it | 50%",
                "75 percent | 75%",
                "half of the price | 50%",
                "a quarter of your fee | 25%",
                "three quarters of it | 75%"
            })
    void readsShares(String text, String expected) {
        assertThat(values(text, Values.SHARE)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billed monthly | P1M",
                "every three months | P3M",
                "once a year | P1Y",
                "once per calendar month | P1M",
                "$6.99/mo | P1M",
                "every other week | P2W"
            })
    void readsRhythms(String text, String expected) {
        assertThat(values(text, Values.RHYTHM)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"in the first half of the year", "at 7 a.m.", "on 3 March", "sixth box", "99 problems", "24/7"})
    void numbersThatAreNoValuesAreNone(String text) {
        assertThat(Values.joined(Lexer.tokens(text)))
                .allMatch(token -> token.value().isEmpty());
    }

    private static List<String> values(String text, String kind) {
        return Values.joined(Lexer.tokens(text)).stream()
                .filter(token -> token.is(kind))
                .map(Token::value)
                .flatMap(Optional::stream)
                .map(Value::text)
                .toList();
    }
}
