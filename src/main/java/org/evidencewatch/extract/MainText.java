package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The structural main content: {@code main}, {@code role=main} or {@code article} where it holds at least 40 % of what is
 * not furniture, else the body; both without furniture. Where that leaves next to nothing of a page that has words, the
 * choice was blind, and the next wider one is taken.
 */
final class MainText {

    private static final double CLAIM = 0.4;
    private static final double NARROW = 0.7;
    private static final int BLIND = 25;

    private final Outline outline;
    private final boolean withNoscript;

    MainText(Outline outline, boolean withNoscript) {
        this.outline = outline;
        this.withNoscript = withNoscript;
    }

    /** Blocks of the page without a known container; may be blind. */
    List<Block> generic() {
        BitSet furniture = Furniture.below(outline, 0, false);
        int main = main(furniture, kept(0, furniture));
        if (main > 0) {
            return below(narrow(main, furniture));
        }
        Surroundings.mark(outline, furniture);
        return segment(0, furniture);
    }

    /** Blocks of the widest choice that is not blind. */
    List<Block> whole() {
        List<Block> body = segment(0, Furniture.below(outline, 0, false));
        return blind(body) ? segment(0, Furniture.certain(outline)) : body;
    }

    /**
     * Blocks of a container that a platform's profile names, appended to {@code blocks}.
     *
     * @param dropped elements that the profile leaves out
     * @param prefix how each heading path begins; may be empty
     */
    void container(Element container, Elements dropped, String prefix, List<Block> blocks) {
        int root = indexOf(container);
        BitSet furniture = Furniture.below(outline, root, true);
        for (Element element : dropped) {
            furniture.set(indexOf(element));
        }
        new Segmenter(outline, furniture, withNoscript, blocks, prefix).segment(root);
    }

    private int indexOf(Element element) {
        for (int i = 0; i < outline.size(); i++) {
            if (outline.element(i).equals(element)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in the outline: <" + element.normalName() + ">");
    }

    private List<Block> below(int root) {
        return segment(root, Furniture.below(outline, root, root > 0));
    }

    static boolean claimsMain(Element element) {
        return element.nameIs("main")
                || element.nameIs("article")
                || element.attr("role").equals("main");
    }

    static int words(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> Outline.countWords(block.text()))
                .sum();
    }

    /** Whether these are next to nothing of a page that has words. */
    boolean blind(List<Block> blocks) {
        int words = words(blocks);
        return words < BLIND && outline.words(0) > 2 * BLIND && words * 10 < outline.words(0);
    }

    private List<Block> segment(int root, BitSet furniture) {
        var blocks = new ArrayList<Block>();
        new Segmenter(outline, furniture, withNoscript, blocks, "").segment(root);
        return blocks;
    }

    private int main(BitSet furniture, int all) {
        return best(furniture, 0, (int) Math.ceil(CLAIM * all));
    }

    /** An article that holds most of the main element leaves out what stands beside it. */
    private int narrow(int main, BitSet furniture) {
        return main == 0 ? 0 : best(furniture, main, (int) Math.ceil(NARROW * kept(main, furniture)));
    }

    private int best(BitSet furniture, int root, int least) {
        int best = root;
        int most = Math.max(1, least) - 1;
        for (int i = root + 1; i < outline.end(root); i++) {
            if (furniture.get(i)) {
                i = outline.end(i) - 1;
            } else if (claimsMain(outline.element(i)) && outline.words(i) > most) {
                int words = kept(i, furniture);
                if (words > most) {
                    best = i;
                    most = words;
                }
            }
        }
        return best;
    }

    private int kept(int root, BitSet furniture) {
        int words = outline.words(root);
        for (int i = furniture.nextSetBit(root + 1); i >= 0 && i < outline.end(root); ) {
            words -= outline.words(i);
            i = furniture.nextSetBit(outline.end(i));
        }
        return words;
    }
}
