package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts plain text into passages: at empty lines, at signs of lists, and at every line where lines are not wrapped. */
final class PlainText {

    private static final int MOST_BLOCKS = 20_000;

    /** Lines wrapped to fit a screen are at least this long, but for the last of a passage. */
    private static final int WRAPPED = 40;

    private static final double FULL = 0.6;
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[•*+–-]|\\d{1,3}[.)])\\s+\\S.*");

    private PlainText() {}

    static List<Block> blocks(String text) {
        List<String> lines = text.lines().limit(MOST_BLOCKS).toList();
        int width = width(lines);
        var blocks = new ArrayList<Block>();
        var passage = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean goesOn = before.strip().length() >= FULL * width
                    && !BULLET.matcher(line).matches()
                    && !line.isBlank();
            if (!goesOn) {
                flush(passage, blocks);
            }
            passage.append(passage.isEmpty() ? "" : " ").append(line.strip());
            before = line;
        }
        flush(passage, blocks);
        return blocks;
    }

    /** The width to which lines are wrapped: that of the longest, as long as no line is too long for a screen. */
    private static int width(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest < WRAPPED || longest > 3 * WRAPPED ? Integer.MAX_VALUE : longest;
    }

    private static void flush(StringBuilder passage, List<Block> blocks) {
        String words = passage.toString();
        BlockKind kind = BULLET.matcher(words).matches() ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
        Passages.block("", words, kind, Optional.empty()).ifPresent(blocks::add);
        passage.setLength(0);
    }
}
