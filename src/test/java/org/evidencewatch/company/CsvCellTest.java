package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\rx",
                "\nx",
                "  =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF-x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "﹦1",
                "'=1",
                "''+1",
                "' =1",
                "−5"
            })
    void whatASpreadsheetWouldRunGetsAnApostropheAndGivesItBack(String text) {
        assertThat(CsvCell.neutral(text)).isEqualTo("'" + text);
        assertThat(CsvCell.text(CsvCell.neutral(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "5-10 days", "'s Heerenberg", "https://x.example/?a=b", "x @ y", "''", "5"})
    void whatIsPlainStaysAsItIs(String text) {
        assertThat(CsvCell.neutral(text)).isEqualTo(text);
        assertThat(CsvCell.text(text)).isEqualTo(text);
    }
}
