package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evidencewatch.change.AlignedBlocks.Fate;
import org.evidencewatch.extract.Block;
import org.junit.jupiter.api.Test;

class AlignedBlocksTest {

    private static final String TERMS = "Ask for a refund within 14 days of the purchase.";
    private static final String NEW_TERMS = "Ask for a refund within 30 days of the purchase.";
    private static final String BILLING = "We bill each month in advance.";
    private static final String CONTACT = "Write to our support team at any time.";

    @Test
    void laysBlocksThatBecameOneAnotherSideBySide() {
        var aligned = AlignedBlocks.of(blocks(BILLING, TERMS), blocks(BILLING, NEW_TERMS));

        assertThat(fates(aligned)).containsExactly(Fate.ALIKE, Fate.REWORDED);
        assertThat(aligned.rows().getLast().before().orElseThrow().text()).isEqualTo(TERMS);
        assertThat(aligned.rows().getLast().after().orElseThrow().text()).isEqualTo(NEW_TERMS);
        assertThat(aligned.changed()).hasSize(1);
    }

    @Test
    void showsWhatCameAndWentInItsPlace() {
        var aligned = AlignedBlocks.of(blocks(BILLING, TERMS), blocks(CONTACT, BILLING));

        assertThat(fates(aligned)).containsExactly(Fate.ADDED, Fate.ALIKE, Fate.REMOVED);
    }

    @Test
    void aBlockThatStandsElsewhereIsMovedAndNotGone() {
        var aligned = AlignedBlocks.of(blocks(TERMS, BILLING, CONTACT), blocks(BILLING, CONTACT, TERMS));

        assertThat(fates(aligned)).containsExactly(Fate.MOVED_AWAY, Fate.ALIKE, Fate.ALIKE, Fate.MOVED_HERE);
    }

    @Test
    void everyBlockOfBothSidesIsInOneRowAndInItsOrder() {
        List<Block> before = blocks(TERMS, BILLING, "One two three four.", CONTACT);
        List<Block> after = blocks("Five six seven.", CONTACT, NEW_TERMS, "One two three four five.");

        var aligned = AlignedBlocks.of(before, after);

        assertThat(aligned.rows().stream().flatMap(row -> row.before().stream()))
                .containsExactlyElementsOf(before);
        assertThat(aligned.rows().stream().flatMap(row -> row.after().stream())).containsExactlyElementsOf(after);
    }

    @Test
    void whatVariesFromReadToReadIsAlikeAndShownAsItStandsNow() {
        var aligned = AlignedBlocks.of(
                List.of(new Block("", "Updated 3 days ago by us", "Updated <when> by us")),
                List.of(new Block("", "Updated 6 days ago by us", "Updated <when> by us")));

        assertThat(fates(aligned)).containsExactly(Fate.ALIKE);
        assertThat(aligned.rows().getFirst().block().text()).contains("6 days");
    }

    @Test
    void nothingBesideSomethingIsAllNew() {
        assertThat(fates(AlignedBlocks.of(List.of(), blocks(TERMS)))).containsExactly(Fate.ADDED);
        assertThat(fates(AlignedBlocks.of(blocks(TERMS), List.of()))).containsExactly(Fate.REMOVED);
        assertThat(AlignedBlocks.of(List.of(), List.of()).rows()).isEmpty();
    }

    @Test
    void saysHowManyBlocksOfVeryLongTextsItLeavesOut() {
        List<Block> before = numbered("alpha", 20_000);
        List<Block> after = numbered("omega", 20_000);

        var aligned = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> AlignedBlocks.of(before, after));

        assertThat(aligned.rows().size()).isLessThanOrEqualTo(6000);
        assertThat(aligned.leftOut()).isEqualTo(34_000);
    }

    private static List<Block> numbered(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> block(word + i + " stands here and there"))
                .toList();
    }

    private static List<Fate> fates(AlignedBlocks aligned) {
        return aligned.rows().stream().map(AlignedBlocks.Row::fate).toList();
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(AlignedBlocksTest::block).toList();
    }

    private static Block block(String text) {
        return new Block("", text, text);
    }
}
