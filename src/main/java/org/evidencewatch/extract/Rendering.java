package org.evidencewatch.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Markup written anew from a page's structure and text: it runs nothing, loads nothing and leads nowhere. Nothing of the
 * page's own markup is copied. What is written is properly nested and of elements without special content, so that every
 * parser reads it as it was meant.
 */
final class Rendering implements NodeFilter {

    private static final int MOST_CHARACTERS = 1_500_000;
    private static final int DEEPEST = 60;
    private static final int LONGEST_ALTERNATIVE = 200;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Written> open = new ArrayDeque<>();
    private boolean cut;

    /** An element that is not closed yet, by its depth on the page. */
    private record Written(int depth, String name) {}

    private Rendering() {}

    /** The page's body in safe markup. */
    static Rendered of(Element body) {
        var rendering = new Rendering();
        body.filter(rendering);
        while (!rendering.open.isEmpty()) {
            rendering.close(rendering.open.pop());
        }
        return new Rendered(rendering.out.toString(), rendering.cut);
    }

    /** A text without markup, one paragraph a line. */
    static Rendered ofText(String text) {
        boolean cut = text.length() > MOST_CHARACTERS;
        var out = new StringBuilder();
        text.substring(0, Math.min(MOST_CHARACTERS, text.length())).lines().forEach(line -> {
            out.append("<p>");
            escape(line, out);
            out.append("</p>\n");
        });
        return new Rendered(out.toString(), cut);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (out.length() > MOST_CHARACTERS) {
            cut = true;
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            text(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || SafeMarkup.dropped(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.normalName().equals("img")) {
            alternative(element);
        } else if (open.size() < DEEPEST) {
            SafeMarkup.name(element).ifPresent(name -> open(element, name, depth));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(@Nullable Node node, int depth) {
        Written last = open.peek();
        if (last != null && last.depth() == depth) {
            close(open.pop());
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String name, int depth) {
        out.append('<').append(name).append(SafeMarkup.attributes(element)).append('>');
        if (!SafeMarkup.isVoid(name)) {
            open.push(new Written(depth, name));
        }
    }

    private void close(Written written) {
        out.append("</").append(written.name()).append('>');
    }

    /** What an image says to those who do not see it. */
    private void alternative(Element image) {
        String words = Passages.collapse(image.attr("alt"));
        if (!words.isEmpty()) {
            text("[" + words.substring(0, Math.min(LONGEST_ALTERNATIVE, words.length())) + "]");
        }
    }

    private void text(String text) {
        int room = Math.max(0, MOST_CHARACTERS - out.length());
        cut |= text.length() > room;
        escape(text.substring(0, Math.min(room, text.length())), out);
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
    }
}
