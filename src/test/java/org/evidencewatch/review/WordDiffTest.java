package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.evidencewatch.review.WordDiff.Run;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void marksTheWordsThatDifferAndKeepsTheRest() {
        var words = WordDiff.of(Optional.of("within 14 days of order"), Optional.of("within 30 days"));

        assertThat(words.before())
                .containsExactly(
                        new Run("within ", false),
                        new Run("14", true),
                        new Run(" days ", false),
                        new Run("of order", true));
        assertThat(words.after())
                .containsExactly(new Run("within ", false), new Run("30", true), new Run(" days", false));
    }

    @Test
    void whatWasNotThereIsNothingOnItsSide() {
        var words = WordDiff.of(Optional.empty(), Optional.of("new clause"));

        assertThat(words.before()).isEmpty();
        assertThat(words.after()).containsExactly(new Run("new clause", true));
    }

    @Test
    void aVeryLongPassageIsShownWhole() {
        var words = WordDiff.of(Optional.of("a ".repeat(5000)), Optional.of("b"));

        assertThat(words.before()).containsExactly(new Run("a ".repeat(5000), false));
    }
}
