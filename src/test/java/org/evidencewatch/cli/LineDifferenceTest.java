package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;
import org.junit.jupiter.api.Test;

/** Lines that differ as they are read, and as they are compared. */
class LineDifferenceTest {

    private static final Block WINDOW = block("Refunds within 30 days.");

    @Test
    void showsThePlaceholderThatMadeTwoLinesAlike() {
        var before = page(new Block("", "Updated 2 days ago", "<ago>"), WINDOW);
        var after = page(new Block("", "Updated 3 days ago", "<ago>"), WINDOW);
        assertThat(LineDifference.between(before, after))
                .containsExactly(new LineDifference(
                        Optional.of("Updated 2 days ago"),
                        Optional.of("Updated 3 days ago"),
                        Optional.of("<ago>"),
                        Optional.of("<ago>"),
                        true));
    }

    @Test
    void showsALineThatCameAsOneThatDiffers() {
        var after = page(WINDOW, block("No refunds in the first week."));
        assertThat(LineDifference.between(page(WINDOW), after))
                .containsExactly(new LineDifference(
                        Optional.empty(),
                        Optional.of("No refunds in the first week."),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    private static Block block(String text) {
        return new Block("", text, text);
    }

    private static Legible page(Block... blocks) {
        List<Block> all = Stream.of(blocks).toList();
        var reading = new Reading("1", "generic", Way.STRUCTURE, PageState.OK, List.of(), "Refunds", all, 1);
        return new Legible(reading, way -> reading);
    }
}
