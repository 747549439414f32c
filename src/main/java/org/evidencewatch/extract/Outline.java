package org.evidencewatch.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page in document order, each with what its subtree holds: one walk, then every question about a
 * subtree is a subtraction. The subtree of element {@code i} is the range {@code i} (inclusive) to {@code end(i)}
 * (exclusive).
 *
 * <p>Words are runs of non-space characters with a letter or digit in them, each ideograph counting for one. Text of
 * scripts, styles, templates and drawings is not counted; that of {@code noscript} only where {@code withNoscript}.
 */
final class Outline {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "object",
            "canvas",
            "head",
            "audio",
            "video",
            "math",
            "map",
            "embed",
            "noembed",
            "noframes",
            "datalist");

    private static final int SENTENCE = 8;

    private Element[] elements = new Element[512];
    private int[] ends = new int[512];
    private int[] wordsBefore = new int[512];
    private int[] linkWordsBefore = new int[512];
    private int[] linksBefore = new int[512];
    private int[] proseBefore = new int[512];
    private int[] controlsBefore = new int[512];
    private int size;
    private int words;
    private int linkWords;
    private int links;
    private int prose;
    private int controls;

    private @Nullable IdentityHashMap<Element, Integer> indices;

    private Outline() {}

    static Outline of(Element root, boolean withNoscript) {
        var outline = new Outline();
        root.filter(outline.new Walk(withNoscript));
        return outline;
    }

    static boolean silent(Element element, boolean withNoscript) {
        String tag = element.normalName();
        return SILENT.contains(tag) || (!withNoscript && tag.equals("noscript"));
    }

    int size() {
        return size;
    }

    Element element(int index) {
        return elements[index];
    }

    /** The places of those elements that are in the outline. */
    BitSet indices(Iterable<Element> sought) {
        var found = new BitSet(size);
        for (Element element : sought) {
            Integer index = indices().get(element);
            if (index != null) {
                found.set(index);
            }
        }
        return found;
    }

    private IdentityHashMap<Element, Integer> indices() {
        IdentityHashMap<Element, Integer> known = indices;
        if (known == null) {
            known = new IdentityHashMap<>(size);
            for (int i = 0; i < size; i++) {
                known.put(elements[i], i);
            }
            indices = known;
        }
        return known;
    }

    int end(int index) {
        return ends[index];
    }

    int words(int index) {
        return after(wordsBefore, index, words) - wordsBefore[index];
    }

    /** Words of the element's own, outside of its children. */
    int ownWords(int index) {
        int own = words(index);
        for (int child = index + 1; child < ends[index]; child = ends[child]) {
            own -= words(child);
        }
        return own;
    }

    int linkWords(int index) {
        return after(linkWordsBefore, index, linkWords) - linkWordsBefore[index];
    }

    /** Links in the subtree. */
    int links(int index) {
        return after(linksBefore, index, links) - linksBefore[index];
    }

    /** Words of the subtree that stand in runs long enough for a sentence, outside of links. */
    int prose(int index) {
        return after(proseBefore, index, prose) - proseBefore[index];
    }

    /** Buttons, inputs and selects in the subtree. */
    int controls(int index) {
        return after(controlsBefore, index, controls) - controlsBefore[index];
    }

    private int after(int[] before, int index, int total) {
        return ends[index] < size ? before[ends[index]] : total;
    }

    /** Counts on the way in and closes ranges on the way out; jsoup's filter walks without recursion. */
    private final class Walk implements NodeFilter {

        private final boolean withNoscript;
        private final Deque<Integer> open = new ArrayDeque<>();
        private int inLinks;

        Walk(boolean withNoscript) {
            this.withNoscript = withNoscript;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            switch (node) {
                case TextNode text -> {
                    int count = countWords(text.getWholeText());
                    words += count;
                    linkWords += inLinks > 0 ? count : 0;
                    prose += inLinks == 0 && count >= SENTENCE ? count : 0;
                }
                case Element element -> {
                    if (silent(element, withNoscript)) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    inLinks += element.nameIs("a") ? 1 : 0;
                    open.push(enter(element));
                }
                default -> {}
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                inLinks -= element.nameIs("a") ? 1 : 0;
                ends[open.pop()] = size;
            }
            return FilterResult.CONTINUE;
        }
    }

    private int enter(Element element) {
        if (size == elements.length) {
            grow();
        }
        elements[size] = element;
        wordsBefore[size] = words;
        linkWordsBefore[size] = linkWords;
        linksBefore[size] = links;
        proseBefore[size] = prose;
        controlsBefore[size] = controls;
        switch (element.normalName()) {
            case "button", "input", "select", "textarea" -> controls++;
            case "a" -> links++;
            default -> {}
        }
        return size++;
    }

    private void grow() {
        int capacity = 2 * size;
        elements = Arrays.copyOf(elements, capacity);
        ends = Arrays.copyOf(ends, capacity);
        wordsBefore = Arrays.copyOf(wordsBefore, capacity);
        linkWordsBefore = Arrays.copyOf(linkWordsBefore, capacity);
        linksBefore = Arrays.copyOf(linksBefore, capacity);
        proseBefore = Arrays.copyOf(proseBefore, capacity);
        controlsBefore = Arrays.copyOf(controlsBefore, capacity);
    }

    static int countWords(String text) {
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && Character.isIdeographic(c)) {
                count++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                count += inWord ? 0 : 1;
                inWord = true;
            } else if (Character.isWhitespace(c) || c == 0xA0) {
                inWord = false;
            }
        }
        return count;
    }
}
