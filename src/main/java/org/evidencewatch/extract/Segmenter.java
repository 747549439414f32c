package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
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
    private final List<String> path = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final StringBuilder passage = new StringBuilder();
    private int index;
    private int rowDepth;

    /** Goes on with {@code blocks}; every heading path begins with {@code prefix} where it is not empty. */
    Segmenter(Outline outline, BitSet furniture, boolean withNoscript, List<Block> blocks, String prefix) {
        this.outline = outline;
        this.furniture = furniture;
        this.withNoscript = withNoscript;
        this.blocks = blocks;
        if (!prefix.isEmpty()) {
            path.add(prefix);
            levels.add(0);
        }
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
                rowDepth = 0;
                flush();
            } else if (Furniture.isHeading(element)) {
                heading(element.normalName().charAt(1) - '0');
            } else {
                breakAt(element);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void breakAt(Element element) {
        if (BREAKS.contains(element.normalName())) {
            if (rowDepth > 0) {
                passage.append(' ');
            } else {
                flush();
            }
        }
    }

    private void heading(int level) {
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            path.removeLast();
        }
        flush().ifPresent(text -> {
            levels.add(level);
            path.add(text);
        });
    }

    private Optional<String> flush() {
        if (passage.isEmpty()) {
            return Optional.empty();
        }
        Optional<Block> block = Passages.block(String.join(" > ", path), passage.toString());
        passage.setLength(0);
        block.ifPresent(blocks::add);
        return block.map(Block::text);
    }
}
