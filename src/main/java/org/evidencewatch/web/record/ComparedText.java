package org.evidencewatch.web.record;

import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.change.AlignedBlocks.Row;

/**
 * The blocks that a view shows of an alignment, and what it leaves out. Pure.
 *
 * @param changes how many blocks differ
 * @param notes what a reader must know who sees less than there is, each a sentence
 */
record ComparedText(int changes, List<ComparedBlock> blocks, List<String> notes) {

    private static final int MOST_SPANS = 60;
    private static final int MOST_BLOCKS = 800;

    static ComparedText of(AlignedBlocks aligned, int view) {
        List<Row> rows = view == 1 ? aligned.changed() : aligned.rows();
        int most = view == 1 ? MOST_SPANS : MOST_BLOCKS;
        var blocks = new ArrayList<ComparedBlock>();
        int change = 0;
        int alike = 0;
        int at = 0;
        for (; at < rows.size() && blocks.size() < most; at++) {
            Row row = rows.get(at);
            if (view == 4 && row.alike()) {
                alike++;
                continue;
            }
            fold(alike, blocks);
            alike = 0;
            change += row.alike() ? 0 : 1;
            blocks.add(ComparedBlock.of(row, row.alike() ? 0 : change));
        }
        fold(alike, blocks);
        return new ComparedText(aligned.changed().size(), blocks, notes(aligned, rows.size() - at));
    }

    private static void fold(int alike, List<ComparedBlock> blocks) {
        if (alike > 0) {
            blocks.add(ComparedBlock.folded(alike));
        }
    }

    private static List<String> notes(AlignedBlocks aligned, int hidden) {
        var notes = new ArrayList<String>();
        if (aligned.leftOut() > 0) {
            notes.add("The texts are too long to be aligned as a whole: %,d blocks further down are not compared here."
                    .formatted(aligned.leftOut()));
        }
        if (hidden > 0) {
            notes.add("%,d more blocks are not shown here.".formatted(hidden));
        }
        return notes;
    }
}
