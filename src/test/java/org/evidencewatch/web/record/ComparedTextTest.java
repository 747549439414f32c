package org.evidencewatch.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.change.WeightyWords.Piece;
import org.evidencewatch.extract.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedTextTest {

    private static final Block TERMS = block("Refunds", "You can ask for a refund within 14 days.");
    private static final Block NEW_TERMS = block("Refunds", "You can ask for a refund within 30 days.");

    @Test
    void theFirstViewShowsWhatDiffersAndTheFourthFoldsTheRest() {
        var aligned = aligned(
                Stream.concat(others(5), Stream.of(TERMS)).toList(),
                Stream.concat(others(5), Stream.of(NEW_TERMS)).toList());

        assertThat(ComparedText.of(aligned, 1).blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.headings()).isEqualTo("Refunds"));
        assertThat(ComparedText.of(aligned, 3).blocks()).hasSize(6);
        assertThat(ComparedText.of(aligned, 4).blocks())
                .satisfiesExactly(
                        folded -> assertThat(folded.foldedInWords()).isEqualTo("5 blocks alike"),
                        changed -> assertThat(changed.number()).isEqualTo(1));
    }

    @Test
    void oldAndNewWordsAreMarkedAndTheNumbersAmongThem() {
        var block = ComparedText.of(aligned(List.of(TERMS), List.of(NEW_TERMS)), 2)
                .blocks()
                .getFirst();

        assertThat(marked(block.before(), Run.Mark.OLD)).isEqualTo("14");
        assertThat(marked(block.after(), Run.Mark.NEW)).isEqualTo("30");
        assertThat(text(block.inline())).isEqualTo("You can ask for a refund within 14 30 days.");
        assertThat(block.inline().getFirst().pieces()).contains(new Piece("can", true));
    }

    @Test
    void ofALongPassageTheWordsAroundTheDifferenceAreShown() {
        String much = "This sentence is on both sides. ".repeat(30);
        var block = ComparedText.of(
                        aligned(
                                List.of(block("", much + "Refunds within 14 days. " + much)),
                                List.of(block("", much + "Refunds within 30 days. " + much))),
                        1)
                .blocks()
                .getFirst();

        assertThat(text(block.after())).contains("within 30 days.").hasSizeLessThan(800);
        assertThat(block.note()).isEmpty();
    }

    @Test
    void saysOfAVeryLongPassageThatItIsNeitherAlignedNorWhole() {
        var block = ComparedText.of(
                        aligned(
                                List.of(block("", "one two three ".repeat(3000))),
                                List.of(block("", "one two four ".repeat(3000)))),
                        1)
                .blocks()
                .getFirst();

        assertThat(block.note()).contains("Too long to be aligned word by word", "Cut after 3,000 characters");
        assertThat(text(block.after())).hasSize(MarkedWords.MOST_CHARACTERS + 1);
    }

    @Test
    void saysHowManyBlocksItDoesNotShow() {
        var text = ComparedText.of(aligned(List.of(), others(2000).toList()), 3);

        assertThat(text.blocks()).hasSize(800);
        assertThat(text.notes()).containsExactly("1,200 more blocks are not shown here.");
        assertThat(ComparedText.of(aligned(List.of(), others(9000).toList()), 3)
                        .notes()
                        .getFirst())
                .startsWith("The texts are too long to be aligned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask for a  REFUND | Stands in the same words",
                "within 14 days | No longer in these words",
                "within 30 days | Stands now, and did not before",
                "within 60 days | Not found in these words on either side"
            })
    void tellsWhatBecameOfASoughtPassage(String words, String standing) {
        var rows = aligned(List.of(TERMS), List.of(NEW_TERMS)).rows();

        assertThat(ClaimSpan.of(new SoughtPassage("Quoted", words), rows).standing())
                .isEqualTo(standing);
    }

    private static AlignedBlocks aligned(List<Block> before, List<Block> after) {
        return AlignedBlocks.of(before, after);
    }

    private static Stream<Block> others(int count) {
        return IntStream.range(0, count).mapToObj(i -> block("", "Paragraph " + i + " of the page."));
    }

    private static Block block(String heading, String text) {
        return new Block(heading, text, text);
    }

    private static String marked(List<Run> runs, Run.Mark mark) {
        return text(runs.stream().filter(run -> run.mark() == mark).toList());
    }

    private static String text(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.pieces().stream())
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
