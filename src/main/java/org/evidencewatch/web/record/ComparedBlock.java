package org.evidencewatch.web.record;

import java.util.List;
import java.util.Locale;
import org.evidencewatch.change.AlignedBlocks.Row;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;

/**
 * A block of a page and what became of it, or several that are alike, of which only the number is told.
 *
 * @param number its place among the changes, from 1; 0 where it is none
 * @param fate what became of it, in a word
 * @param kind the style sheet's word for what it is on its page
 * @param headingBefore the headings above it as it stood; empty where there were none
 * @param headingAfter the headings above it as it stands
 * @param inline both sides in one text
 * @param note what a reader must know who sees less than there is; empty else
 * @param folded how many blocks stand here that are alike; 0 for a block
 */
public record ComparedBlock(
        int number,
        String fate,
        String kind,
        String headingBefore,
        String headingAfter,
        List<Run> before,
        List<Run> after,
        List<Run> inline,
        String note,
        int folded) {

    static ComparedBlock of(Row row, int number) {
        var words = MarkedWords.of(row);
        return new ComparedBlock(
                number,
                fate(row),
                row.block().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                row.before().map(Block::heading).orElse(""),
                row.after().map(Block::heading).orElse(""),
                words.before(),
                words.after(),
                words.inline(),
                words.note(),
                0);
    }

    static ComparedBlock folded(int count) {
        return new ComparedBlock(0, "", "folded", "", "", List.of(), List.of(), List.of(), "", count);
    }

    private static String fate(Row row) {
        return switch (row.fate()) {
            case ALIKE -> "";
            case REWORDED -> "Reworded";
            case REMOVED -> "Removed";
            case ADDED -> "New";
            case MOVED_AWAY -> "Moved away";
            case MOVED_HERE -> "Moved here";
        };
    }

    /** Whether it differs. */
    public boolean changed() {
        return number > 0;
    }

    /** Whether it is a heading of the page. */
    public boolean heading() {
        return kind.equals(BlockKind.HEADING.name().toLowerCase(Locale.ROOT));
    }

    /** Whether both sides stand under the same headings, or one side only is there. */
    public boolean oneHeading() {
        return headingBefore.equals(headingAfter) || headingBefore.isEmpty() || headingAfter.isEmpty();
    }

    /** The headings above it as it stands, or stood last. */
    public String headings() {
        return headingAfter.isEmpty() ? headingBefore : headingAfter;
    }

    /** How many blocks are alike here, in words. */
    public String foldedInWords() {
        return folded == 1 ? "1 block alike" : folded + " blocks alike";
    }
}
