package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts printed lines into blocks: larger or bold lines are headings, gaps and signs of lists begin a passage, wide gaps in a
 * line make it the row of a table. Pure. One use each.
 */
final class PdfLayout {

    private static final int MOST_BLOCKS = 20_000;
    private static final int LONGEST = 20_000;
    private static final int HEADING = 200;
    private static final int BOLD_HEADING = 90;

    private static final Pattern BULLET =
            Pattern.compile("^(?:[•◦▪‣∙●○■□–—*·-]|\\d{1,3}[.)]|\\(?[a-zA-Z]\\)|\\([ivx]{1,5}\\))\\s+\\S.*");

    /** What a reader sees before an item, and no page of hypertext has in its words. */
    private static final Pattern SIGN = Pattern.compile("^[•◦▪‣∙●○■□–—*·-]\\s+");

    private static final Pattern ENDED = Pattern.compile(".*[.!?:;…][\"'”’»)]*$");
    private static final Pattern UNFINISHED = Pattern.compile(".*[.,;]$");
    private static final Pattern LEADER = Pattern.compile("\\s*(?:[.·…_]\\s?){4,}\\s*\\d*$");

    private final PdfMeasures measures;
    private final BrokenLines broken;
    private final List<Block> blocks = new ArrayList<>();
    private final Headings headings = new Headings();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private String passage = "";
    private int level;
    private @Nullable PdfLine last;

    private PdfLayout(List<PdfLine> lines) {
        this.measures = PdfMeasures.of(lines);
        this.broken = new BrokenLines(lines.stream().map(PdfLine::text).toList());
    }

    static List<Block> blocks(List<PdfLine> lines) {
        var layout = new PdfLayout(lines);
        for (PdfLine line : lines) {
            if (layout.blocks.size() < MOST_BLOCKS) {
                layout.add(line);
            }
        }
        layout.flush();
        return layout.blocks;
    }

    private void add(PdfLine line) {
        String text = LEADER.matcher(line.text()).replaceFirst("");
        if (line.row() && measures.level(line) >= PdfMeasures.BOLD && text.equals(line.text())) {
            flush();
            passage = String.join(" | ", line.cells());
            kind = BlockKind.TABLE_ROW;
            flush();
        } else {
            BlockKind next = kind(line, text);
            boolean begins = next == BlockKind.LIST_ITEM && BULLET.matcher(text).matches();
            if (next != kind || begins || !continues(line, text)) {
                flush();
            }
            kind = next;
            level = measures.level(line);
            passage = broken.join(passage, begins ? SIGN.matcher(text).replaceFirst("") : text);
        }
        last = line;
    }

    private BlockKind kind(PdfLine line, String text) {
        boolean heads = measures.level(line) < PdfMeasures.BOLD
                || (measures.level(line) == PdfMeasures.BOLD
                        && text.length() <= BOLD_HEADING
                        && !UNFINISHED.matcher(text).matches());
        if (heads) {
            return BlockKind.HEADING;
        }
        boolean item = BULLET.matcher(text).matches() || (kind == BlockKind.LIST_ITEM && continues(line, text));
        return item ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
    }

    /** Whether a line goes on with what the one before began. */
    private boolean continues(PdfLine line, String text) {
        PdfLine before = last;
        if (before == null || passage.isEmpty() || measures.level(before) != measures.level(line)) {
            return false;
        }
        if (passage.length() > LONGEST) {
            return false;
        }
        boolean ended = ENDED.matcher(before.text()).matches();
        double pitch = PdfMeasures.pitch(before, line);
        return pitch > 0
                ? pitch <= measures.room(line) && !(ended && measures.isShort(before))
                : !ended && !text.isEmpty() && !Character.isUpperCase(text.codePointAt(0));
    }

    private void flush() {
        if (kind == BlockKind.HEADING && passage.length() <= HEADING) {
            headings.close(level);
            block().ifPresent(block -> headings.open(level, block.text()));
        } else {
            kind = kind == BlockKind.HEADING ? BlockKind.PARAGRAPH : kind;
            block();
        }
        passage = "";
        kind = BlockKind.PARAGRAPH;
    }

    private Optional<Block> block() {
        Optional<Block> block = Passages.block(headings.path(), passage, kind, Optional.empty());
        block.ifPresent(blocks::add);
        return block;
    }
}
