package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The main content of one page, found in one way or another. One use each.
 *
 * <p>By structure it is {@code main}, {@code role=main} or {@code article} where it holds at least 40 % of what is
 * not furniture, else the body; both without furniture. A choice is blind where it leaves next to nothing of a page that has
 * words, or goes past most of its prose.
 */
final class MainText {

    private static final double CLAIM = 0.4;
    private static final double NARROW = 0.7;
    private static final int BLIND = 25;

    private static final double SEEN = 0.4;
    private static final int TELLING = 60;

    private final Outline outline;
    private final boolean withNoscript;
    private final BitSet noise;
    private @Nullable Density density;
    private @Nullable BitSet certain;

    /** @param noise elements that belong to no main text on this platform */
    MainText(Outline outline, boolean withNoscript, BitSet noise) {
        this.outline = outline;
        this.withNoscript = withNoscript;
        this.noise = noise;
    }

    /** Blocks of the page by its structure; may be blind. */
    List<Block> structure() {
        BitSet furniture = with(Furniture.below(outline, 0, false));
        int main = main(furniture, kept(0, furniture));
        if (main > 0) {
            return below(narrow(main, furniture));
        }
        Surroundings.mark(outline, furniture);
        return segment(0, furniture);
    }

    /** Blocks where the prose stands thickest; may be blind. */
    List<Block> dense() {
        return density().densest();
    }

    /** Blocks of the widest choice that is not blind. */
    List<Block> whole() {
        List<Block> body = segment(0, Furniture.below(outline, 0, false));
        return blind(body) ? segment(0, certain()) : body;
    }

    /** Blocks of a container that a platform's profile names, appended to {@code blocks}. */
    void container(Element container, List<Block> blocks) {
        int root = outline.indices(List.of(container)).nextSetBit(0);
        if (root >= 0) {
            new Segmenter(outline, with(Furniture.below(outline, root, true)), withNoscript, blocks).segment(root);
        }
    }

    /**
     * Blocks of the body of a post, given by its place in the outline, appended to {@code blocks}. People wrote it, so that
     * nothing in it is furniture but what the platform adds.
     */
    void post(int body, long number, BitSet repeated, List<Block> blocks) {
        new Segmenter(outline, certain(), withNoscript, blocks, Optional.of(number), repeated).segment(body);
    }

    private BitSet certain() {
        BitSet known = certain;
        if (known == null) {
            known = with(Furniture.certain(outline));
            certain = known;
        }
        return known;
    }

    private BitSet with(BitSet furniture) {
        furniture.or(noise);
        return furniture;
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

    /**
     * Whether these went past the prose of the page: it has a body of it elsewhere, and these are the smaller part. Unlike
     * the words of navigation, prose that a reading leaves out counts against it.
     */
    boolean missesProse(List<Block> blocks) {
        int words = words(blocks);
        if (words >= SEEN * outline.words(0)) {
            return false;
        }
        int prose = density().proseWords();
        return prose >= TELLING && words < SEEN * prose;
    }

    private Density density() {
        Density known = density;
        if (known == null) {
            var blocks = new ArrayList<Block>();
            var segmenter = new Segmenter(outline, certain(), withNoscript, blocks);
            segmenter.segment(0);
            known = new Density(blocks, segmenter.linkWords());
            density = known;
        }
        return known;
    }

    private List<Block> segment(int root, BitSet furniture) {
        var blocks = new ArrayList<Block>();
        new Segmenter(outline, with(furniture), withNoscript, blocks).segment(root);
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
