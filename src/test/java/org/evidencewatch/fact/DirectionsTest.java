package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change means for the subscriber, row by row. */
class DirectionsTest {

    @ParameterizedTest
    @CsvSource({
        "REFUND_WINDOW, P30D, P14D, WORSE",
        "REFUND_WINDOW, P10BD, P14D, NEUTRAL",
        "REFUND_WINDOW, P30D, P1M, BETTER",
        "REFUND_WINDOW, -, P14D, BETTER",
        "REFUND_WINDOW, P14D, -, WORSE",
        "NOTICE_PERIOD, P1M, P60D, WORSE",
        "NOTICE_PERIOD, -, P1M, WORSE",
        "NOTICE_PERIOD, P0D, -, WORSE",
        "REFUND_PROCESSING_TIME, P3BD/P5BD, P15BD, WORSE",
        "REFUND_PROCESSING_TIME, -, P5BD, NEUTRAL",
        "TRIAL_LENGTH, P7D, P2W, BETTER",
        "CANCELLATION_FEE, 0, -, WORSE",
        "CANCELLATION_FEE, 15, 25, WORSE",
        "PRICE, 9, -, NEUTRAL",
        "REFUNDABLE, conditional, no, WORSE",
        "REFUNDABLE, -, conditional, NEUTRAL",
        "REFUNDABLE, yes, -, WORSE",
        "AUTO_RENEWS, no, yes, WORSE",
        "PHONE_REQUIRED, yes, -, BETTER",
        "CANCELLATION_CHANNELS, chat+online+phone, online+phone, WORSE",
        "CANCELLATION_CHANNELS, chat, support_ticket, NEUTRAL",
        "CANCELLATION_CHANNELS, online, email, WORSE",
        "CANCELLATION_CHANNELS, -, phone, WORSE",
        "CANCELLATION_CHANNELS, phone, -, BETTER"
    })
    void isThatOfTheTable(Role role, String before, String after, Direction expected) {
        assertThat(Directions.of(role, value(role, before), value(role, after))).isEqualTo(expected);
    }

    private static Optional<Value> value(Role role, String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (role.form()) {
                    case FLAG ->
                        Arrays.stream(Value.Flag.values())
                                .filter(flag -> flag.text().equals(text))
                                .findFirst()
                                .orElseThrow();
                    case MONEY -> new Value.Amount("EUR", new BigDecimal(text));
                    case DURATION -> duration(text);
                    case CHANNELS ->
                        new Value.Channels(Arrays.stream(text.split("\\+", -1))
                                .map(word -> Channel.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                                .collect(Collectors.toSet()));
                });
    }

    private static Value duration(String text) {
        String[] ends = text.split("/", -1);
        return new Value.Duration(length(ends[0]), length(ends[ends.length - 1]));
    }

    private static Length length(String text) {
        return text.endsWith("BD")
                ? new Length(Integer.parseInt(text.replaceAll("\\D", "")), Length.Unit.BUSINESS_DAY)
                : text.endsWith("W")
                        ? new Length(Integer.parseInt(text.replaceAll("\\D", "")), Length.Unit.WEEK)
                        : Length.parse(text);
    }
}
