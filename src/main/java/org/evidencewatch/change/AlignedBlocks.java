package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Block;

/**
 * The blocks of two texts beside each other, in the order of both. Pure, and bounded in its work.
 *
 * @param rows in page order
 * @param leftOut how many blocks of both sides were not looked at, because the texts are too long to be aligned
 */
public record AlignedBlocks(List<Row> rows, int leftOut) {

    private static final int MOST_BLOCKS = 3000;
    private static final int MOST_CHARACTERS = 600_000;

    public AlignedBlocks {
        rows = List.copyOf(rows);
    }

    /** What became of a block. */
    public enum Fate {
        /** It stands on both sides in the same words; what varies from read to read may differ. */
        ALIKE,
        /** Its words differ. */
        REWORDED,
        /** It is gone. */
        REMOVED,
        /** It is new. */
        ADDED,
        /** It stood here, and stands elsewhere in the same words. */
        MOVED_AWAY,
        /** It stands here, and stood elsewhere in the same words. */
        MOVED_HERE
    }

    /** A block of the old text and the one of the new text that it became; at least one is present. */
    public record Row(Fate fate, Optional<Block> before, Optional<Block> after) {

        /** The block as it stands now, or stood last. */
        public Block block() {
            return after.or(() -> before).orElseThrow();
        }

        /** Whether nothing but its place may have changed. */
        public boolean alike() {
            return fate == Fate.ALIKE;
        }
    }

    /** Lays one text beside the other; blocks without words are left out. */
    public static AlignedBlocks of(List<Block> before, List<Block> after) {
        List<Passage> old = Passage.of(before);
        List<Passage> now = Passage.of(after);
        List<Passage> oldRead = bounded(old);
        List<Passage> nowRead = bounded(now);
        int leftOut = old.size() - oldRead.size() + now.size() - nowRead.size();
        return new AlignedBlocks(new Aligning(oldRead, nowRead).rows(), leftOut);
    }

    private static List<Passage> bounded(List<Passage> passages) {
        int characters = 0;
        int end = 0;
        while (end < passages.size() && end < MOST_BLOCKS && characters < MOST_CHARACTERS) {
            characters += passages.get(end).block().text().length();
            end++;
        }
        return passages.subList(0, end);
    }

    /** The rows that are not alike, in page order. */
    public List<Row> changed() {
        return rows.stream().filter(row -> !row.alike()).toList();
    }
}
