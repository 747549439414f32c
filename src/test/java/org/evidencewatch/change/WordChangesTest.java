package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.change.LineChanges.Line;
import org.evidencewatch.change.WeightyWords.Piece;
import org.evidencewatch.change.WordChanges.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordChangesTest {

    @Test
    void cutsTwoPassagesWhereTheirWordsDiffer() {
        assertThat(WordChanges.between("within 14 days of order", "within 30  days"))
                .contains(List.of(
                        new Stretch("within ", "within ", true),
                        new Stretch("14 ", "30  ", false),
                        new Stretch("days ", "days", true),
                        new Stretch("of order", "", false)));
    }

    @Test
    void losesNoWordOfEitherSide() {
        String before = "You must call us. Refunds are never paid, except in the first 14 days.";
        String after = "You may write to us. Refunds are paid in the first 30 days, except for gifts.";

        List<Stretch> stretches = WordChanges.between(before, after).orElseThrow();

        assertThat(stretches.stream().map(Stretch::before).collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(stretches.stream().map(Stretch::after).collect(Collectors.joining()))
                .isEqualTo(after);
    }

    @Test
    void doesNotAlignWhatIsTooLong() {
        assertThat(WordChanges.between("a ".repeat(2001), "a")).isEmpty();
        assertThat(WordChanges.between("", "")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"14", "$6.99", "30%", "must", "may", "cannot", "can't", "Won’t", "NOT", "without", "€5", "three"
            })
    void weighsNumbersModalVerbsAndNegations(String word) {
        assertThat(WeightyWords.of("you (" + word + "), then"))
                .containsExactly(new Piece("you (", false), new Piece(word, true), new Piece("), then", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "days", "cancel the plan – at once", "…"})
    void leavesOtherWordsAsTheyAre(String text) {
        assertThat(WeightyWords.of(text)).noneMatch(Piece::weighty);
        assertThat(WeightyWords.of(text).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void tellsTheLinesOfTwoSourcesThatDiffer() {
        var changes = LineChanges.between("<ul><li>a</li> <li>b</li></ul>\n", "<ul><li>a</li><li>c</li></ul>");

        assertThat(changes.lines()).containsExactly(new Line(3, false, "<li>b</li>"), new Line(3, true, "<li>c</li>"));
        assertThat(changes.whole()).isTrue();
    }

    @Test
    void saysWhenItDoesNotTellAllLines() {
        var changes = LineChanges.between("<p>a</p>".repeat(9000), "<p>b</p>".repeat(9000));

        assertThat(changes.whole()).isFalse();
        assertThat(changes.lines()).hasSize(300);
        assertThat(LineChanges.between("", "x".repeat(5_000_000))
                        .lines()
                        .getFirst()
                        .text())
                .hasSize(301);
    }
}
