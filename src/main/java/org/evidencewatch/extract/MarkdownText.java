package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Markdown (CommonMark 0.31) into blocks as a reader of the rendered page would see them: headings, list items, rows of
 * tables, code, quotations; addresses of links and signs of emphasis are no words. One use each.
 */
final class MarkdownText {

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 20_000;

    private static final Pattern ATX = Pattern.compile("^ {0,3}(#{1,6})(?:\\s+(.*?))?(?:\\s+#+)?\\s*$");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(=+|-+)\\s*$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[*+-]|\\d{1,9}[.)])\\s+(\\S.*)$");
    private static final Pattern QUOTE = Pattern.compile("^ {0,3}>\\s?(.*)$");
    private static final Pattern ROW = Pattern.compile("^\\s*\\|(.*?)\\|?\\s*$");

    /** Rules across the page, below the head of a table, and addresses that links refer to. */
    private static final Pattern NO_TEXT =
            Pattern.compile("^[\\s|:*_-]*[*_-][\\s|:*_-]*$|^ {0,3}\\[[^]\\n]{1,200}]:\\s+\\S.*$");

    private static final Pattern LINK =
            Pattern.compile("!?\\[([^]\\[\\n]{0,1000})](?:\\([^()\\n]{0,2000}\\)|\\[[^]\\n]{0,200}])");
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*\\*|__|~~|(?<![\\p{L}\\p{N}\\\\])[*_](?=\\S)|(?<=\\S)(?<!\\\\)[*_](?![\\p{L}\\p{N}])");
    private static final Pattern MARKUP = Pattern.compile("<!--.{0,1000}?-->|</?[a-zA-Z][^<>\\n]{0,500}>|`+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private final List<Block> blocks = new ArrayList<>();
    private final Headings headings = new Headings();
    private final StringBuilder passage = new StringBuilder();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private String fence = "";

    private MarkdownText() {}

    static List<Block> blocks(String text) {
        var reader = new MarkdownText();
        withoutFrontMatter(text.lines().limit(MOST_LINES).toList())
                .forEach(line -> reader.add(line.substring(0, Math.min(LONGEST_LINE, line.length()))));
        reader.flush();
        return reader.blocks;
    }

    /** What stands between two lines of dashes at the beginning is for the program that renders the page. */
    private static List<String> withoutFrontMatter(List<String> lines) {
        int end = lines.isEmpty() || !lines.getFirst().equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---");
        return end < 0 ? lines : lines.subList(end + 2, lines.size());
    }

    private void add(String line) {
        if (!fence.isEmpty()) {
            code(line);
        } else if (!isFence(line) && !isHeading(line)) {
            text(line);
        }
    }

    private void code(String line) {
        if (line.strip().startsWith(fence)) {
            fence = "";
            flush();
        } else {
            passage.append(line).append('\n');
        }
    }

    private boolean isFence(String line) {
        Matcher found = FENCE.matcher(line);
        if (found.matches()) {
            flush();
            kind = BlockKind.CODE;
            fence = found.group(1);
        }
        return !fence.isEmpty();
    }

    private boolean isHeading(String line) {
        Matcher marked = ATX.matcher(line);
        if (marked.matches()) {
            flush();
            passage.append(marked.group(2) == null ? "" : marked.group(2));
            heading(marked.group(1).length());
            return true;
        }
        boolean underlined = UNDERLINE.matcher(line).matches() && kind == BlockKind.PARAGRAPH && !passage.isEmpty();
        if (underlined) {
            heading(line.contains("=") ? 1 : 2);
        }
        return underlined;
    }

    private void heading(int level) {
        kind = BlockKind.HEADING;
        headings.close(level);
        flush().ifPresent(block -> headings.open(level, block.text()));
    }

    private void text(String line) {
        if (line.isBlank() || NO_TEXT.matcher(line).matches()) {
            flush();
            return;
        }
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            flush();
            begin(BlockKind.TABLE_ROW, row.group(1).replaceAll("(?<!\\\\)\\|", " | "));
            flush();
            return;
        }
        Matcher item = ITEM.matcher(line);
        Matcher quote = QUOTE.matcher(line);
        if (item.matches()) {
            flush();
            begin(BlockKind.LIST_ITEM, item.group(1));
        } else if (quote.matches()) {
            begin(BlockKind.QUOTE, quote.group(1));
        } else {
            passage.append(passage.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void begin(BlockKind next, String words) {
        if (next != kind) {
            flush();
        }
        kind = next;
        passage.append(passage.isEmpty() ? "" : " ").append(words);
    }

    private Optional<Block> flush() {
        String raw = passage.toString();
        String words = kind == BlockKind.CODE ? raw : plain(raw);
        Optional<Block> block = Passages.block(headings.path(), words, kind, Optional.empty());
        block.ifPresent(blocks::add);
        passage.setLength(0);
        kind = BlockKind.PARAGRAPH;
        return block;
    }

    private static String plain(String raw) {
        String words = LINK.matcher(raw).replaceAll("$1");
        words = MARKUP.matcher(words).replaceAll("");
        words = EMPHASIS.matcher(words).replaceAll("");
        return ESCAPE.matcher(words).replaceAll("$1");
    }
}
