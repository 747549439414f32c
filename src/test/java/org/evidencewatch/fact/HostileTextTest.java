package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.evidencewatch.extract.Fragments;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is made to cost much, and rules that are written wrong. */
class HostileTextTest {

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(
            strings = {
                "cancel ",
                "refund within 30 days ",
                "no not never ",
                "money back, ",
                "a a a a ",
                "( ",
                "30 ",
                "1,000,",
                "e-mail > ",
                "you can pause your plan for up to 3 months unless you cancel it before the end of the period "
            })
    void isReadInBoundedTime(String repeated) {
        String text = repeated.repeat(1_000_000 / repeated.length());

        assertThat(new FactReader().read(Fragments.ofText(text)).facts()).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANCEL = (cancel",
                "CANCEL = ",
                "CANCEL = cancel ~",
                "refund_windows: REFUND",
                "refund_window REFUND",
                "refundable perhaps: REFUND",
                "refund_window: x:REFUND",
                "refund_window: REFUND|",
                "none yes: REFUND"
            })
    void aWrongRuleIsNamedByItsLine(String line) {
        assertThatThrownBy(() -> RuleBook.of(Map.of("en", List.of("REFUND = refund", line))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("en.rules, line 2: ");
    }
}
