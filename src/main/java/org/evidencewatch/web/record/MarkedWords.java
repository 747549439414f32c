package org.evidencewatch.web.record;

import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.change.AlignedBlocks.Row;
import org.evidencewatch.change.WordChanges;
import org.evidencewatch.change.WordChanges.Stretch;
import org.evidencewatch.extract.Block;
import org.evidencewatch.web.record.Run.Mark;

/**
 * The words of a row with what differs marked, bounded in length. Pure.
 *
 * @param note what a reader must know who sees less than there is; empty where all is shown and aligned
 */
record MarkedWords(List<Run> before, List<Run> after, List<Run> inline, String note) {

    /** What is shown of one block. */
    static final int MOST_CHARACTERS = 3000;

    /** Of words that are alike so many are kept on each side of what differs. */
    private static final int CONTEXT = 240;

    private static final String GAP = " … ";

    static MarkedWords of(Row row) {
        String before = row.before().map(Block::text).orElse("");
        String after = row.after().map(Block::text).orElse("");
        return switch (row.fate()) {
            case ALIKE -> alike(before, after);
            case REMOVED, MOVED_AWAY -> whole(before, "");
            case ADDED, MOVED_HERE -> whole("", after);
            case REWORDED ->
                WordChanges.between(before, after)
                        .map(stretches -> of(stretches, before.length() + after.length() > MOST_CHARACTERS))
                        .orElseGet(() -> tooDifferent(before, after));
        };
    }

    private static MarkedWords alike(String before, String after) {
        var old = new Writing();
        var now = new Writing();
        old.add(Mark.SAME, before);
        now.add(Mark.SAME, after);
        return new MarkedWords(old.runs, now.runs, now.runs, now.note());
    }

    private static MarkedWords whole(String before, String after) {
        return of(List.of(new Stretch(before, after, false)), false);
    }

    private static MarkedWords tooDifferent(String before, String after) {
        var words = whole(before, after);
        return new MarkedWords(
                words.before, words.after, words.inline, "Too long to be aligned word by word. " + words.note);
    }

    private static MarkedWords of(List<Stretch> stretches, boolean shorten) {
        var old = new Writing();
        var now = new Writing();
        var inline = new Writing();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.alike()) {
                boolean first = i == 0;
                boolean last = i == stretches.size() - 1;
                String text = shorten ? context(stretch.after(), first, last) : stretch.after();
                old.add(Mark.SAME, text);
                now.add(Mark.SAME, text);
                inline.add(Mark.SAME, text);
            } else {
                old.add(Mark.OLD, stretch.before());
                now.add(Mark.NEW, stretch.after());
                inline.add(Mark.OLD, stretch.before());
                inline.add(Mark.NEW, stretch.after());
            }
        }
        String note = now.note().isEmpty() ? old.note() : now.note();
        return new MarkedWords(old.runs, now.runs, inline.runs, note);
    }

    private static String context(String text, boolean first, boolean last) {
        int head = first ? 0 : CONTEXT;
        int tail = last ? 0 : CONTEXT;
        return text.length() <= head + tail + CONTEXT
                ? text
                : text.substring(0, head) + GAP + text.substring(text.length() - tail);
    }

    /** The runs of one side while they are written. */
    private static final class Writing {

        private final List<Run> runs = new ArrayList<>();
        private int room = MOST_CHARACTERS;
        private boolean cut;

        /** The space behind words that differ is of no side. */
        void add(Mark mark, String text) {
            String marked = mark == Mark.SAME ? text : text.stripTrailing();
            write(mark, marked);
            write(Mark.SAME, text.substring(marked.length()));
        }

        private void write(Mark mark, String text) {
            if (text.isEmpty() || room == 0) {
                cut |= !text.isEmpty();
                return;
            }
            String shown = text.substring(0, Math.min(room, text.length()));
            cut |= shown.length() < text.length();
            room -= shown.length();
            runs.add(Run.of(mark, cut ? shown + "…" : shown));
        }

        String note() {
            return cut ? "Cut after %,d characters.".formatted(MOST_CHARACTERS) : "";
        }
    }
}
