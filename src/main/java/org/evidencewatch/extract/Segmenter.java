package org.evidencewatch.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Cuts a subtree into blocks in page order: headings, paragraphs, list items, table rows, code, quotations. What tabs and
 * accordions hide is text like any other. One use each.
 */
final class Segmenter implements NodeFilter {

    private static final int MOST_BLOCKS = 20_000;
    private static final int LONGEST_ROW = 80;

    private static final Set<String> BREAKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "figure",
            "figcaption",
            "hr",
            "br",
            "address",
            "details",
            "summary",
            "fieldset",
            "legend",
            "form",
            "body",
            "center",
            "hgroup",
            "search",
            "menu",
            "option",
            "noscript");

    private final Outline outline;
    private final BitSet furniture;
    private final boolean withNoscript;
    private final List<Block> blocks;
    private final Optional<Long> post;
    private final BitSet repeated;
    private final List<Integer> linkWords = new ArrayList<>();
    private final Headings headings = new Headings();
    private final StringBuilder passage = new StringBuilder();
    private final Deque<Element> quotes = new ArrayDeque<>();
    private final Deque<Element> repetitions = new ArrayDeque<>();
    private final Deque<Element> codes = new ArrayDeque<>();
    private int index;
    private int rowDepth;
    private int items;
    private int links;
    private int linked;

    /** Goes on with {@code blocks}, of a page without posts. */
    Segmenter(Outline outline, BitSet furniture, boolean withNoscript, List<Block> blocks) {
        this(outline, furniture, withNoscript, blocks, Optional.empty(), new BitSet());
    }

    /**
     * Goes on with {@code blocks}.
     *
     * @param post the post that the blocks are a part of
     * @param repeated elements that repeat the words of others
     */
    Segmenter(
            Outline outline,
            BitSet furniture,
            boolean withNoscript,
            List<Block> blocks,
            Optional<Long> post,
            BitSet repeated) {
        this.outline = outline;
        this.furniture = furniture;
        this.withNoscript = withNoscript;
        this.blocks = blocks;
        this.post = post;
        this.repeated = repeated;
    }

    /** How many words of each block that was added stand in links. */
    List<Integer> linkWords() {
        return linkWords;
    }

    /** Adds the blocks of one subtree. */
    void segment(int root) {
        index = root;
        outline.element(root).filter(this);
        flush();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        return switch (node) {
            case TextNode text -> {
                passage.append(text.getWholeText());
                linked += links > 0 ? Outline.countWords(text.getWholeText()) : 0;
                yield FilterResult.CONTINUE;
            }
            case Element element -> enter(element);
            default -> FilterResult.CONTINUE;
        };
    }

    private FilterResult enter(Element element) {
        if (Outline.silent(element, withNoscript) || blocks.size() >= MOST_BLOCKS) {
            return FilterResult.SKIP_ENTIRELY;
        }
        int here = index;
        if (furniture.get(here)) {
            index = outline.end(here);
            breakAt(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        Optional<String> address = EmailProtection.address(element);
        if (address.isPresent()) {
            passage.append(address.get());
            index = outline.end(here);
            return FilterResult.SKIP_ENTIRELY;
        }
        index++;
        open(element, here);
        return FilterResult.CONTINUE;
    }

    private void open(Element element, int here) {
        switch (element.normalName()) {
            case "td", "th" -> cell();
            case "span" -> afterSentence();
            case "img" -> passage.append(element.hasClass("emoji") ? element.attr("alt") : "");
            case "tr" -> {
                flush();
                rowDepth = rowDepth == 0 && outline.words(here) <= LONGEST_ROW ? 1 : rowDepth;
            }
            default -> breakAt(element);
        }
        nest(element, here);
    }

    /** Notes what the words to come stand in; {@link #unnest} takes it back. */
    private void nest(Element element, int here) {
        switch (element.normalName()) {
            case "a" -> links++;
            case "li", "dt", "dd" -> items++;
            case "blockquote" -> quotes.push(element);
            case "pre" -> {
                if (rowDepth == 0 && codes.isEmpty() && holdsLines(here)) {
                    codes.push(element);
                }
            }
            default -> {}
        }
        if (repeated.get(here)) {
            flush();
            repetitions.push(element);
        }
    }

    private void unnest(Element element) {
        switch (element.normalName()) {
            case "a" -> links--;
            case "li", "dt", "dd" -> items--;
            default -> {}
        }
        if (element.equals(repetitions.peek())) {
            flush();
            repetitions.pop();
        }
        quotes.remove(element);
        codes.remove(element);
    }

    /** Whether preformatted text is lines, rather than a page of paragraphs that somebody put into the element. */
    private boolean holdsLines(int here) {
        for (int i = here + 1; i < outline.end(here); i++) {
            Element inner = outline.element(i);
            if (inner.nameIs("p") || inner.nameIs("table") || Furniture.isHeading(inner)) {
                return false;
            }
        }
        return true;
    }

    /** Some pages set every sentence in a span of its own, with nothing between them. */
    private void afterSentence() {
        int length = passage.length();
        if (length > 0 && ".!?:;".indexOf(passage.charAt(length - 1)) >= 0) {
            passage.append(' ');
        }
    }

    private void cell() {
        if (rowDepth == 0) {
            flush();
        } else if (!passage.toString().isBlank()) {
            passage.append(" | ");
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.nameIs("tr")) {
                flush();
                rowDepth = 0;
            } else if (Furniture.isHeading(element)) {
                heading(element.normalName().charAt(1) - '0');
            } else {
                breakAt(element);
            }
            unnest(element);
        }
        return FilterResult.CONTINUE;
    }

    private void breakAt(Element element) {
        if (BREAKS.contains(element.normalName())) {
            if (rowDepth > 0) {
                passage.append(' ');
            } else if (codes.isEmpty() || element.nameIs("pre")) {
                flush();
            } else {
                passage.append('\n');
            }
        }
    }

    private void heading(int level) {
        headings.close(level);
        flush(BlockKind.HEADING).ifPresent(text -> headings.open(level, text));
    }

    private void flush() {
        flush(kind());
    }

    private BlockKind kind() {
        if (!codes.isEmpty()) {
            return BlockKind.CODE;
        }
        if (rowDepth > 0) {
            return BlockKind.TABLE_ROW;
        }
        if (!quotes.isEmpty() || !repetitions.isEmpty()) {
            return BlockKind.QUOTE;
        }
        return items > 0 ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
    }

    private Optional<String> flush(BlockKind kind) {
        if (passage.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> of = repetitions.isEmpty() ? post : Optional.empty();
        Optional<Block> block = Passages.block(headings.path(), passage.toString(), kind, of);
        passage.setLength(0);
        block.ifPresent(added -> {
            blocks.add(added);
            linkWords.add(linked);
        });
        linked = 0;
        return block.map(Block::text);
    }
}
