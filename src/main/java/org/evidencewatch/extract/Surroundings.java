package org.evidencewatch.extract;

import java.util.BitSet;
import org.jsoup.nodes.Element;

/**
 * Tells what surrounds the text of a page in which no element claims to be the main content: what has hardly a sentence and
 * stands outside of where nearly all sentences are, and the few words that stand before the first heading, such as an
 * offer across the top of the page.
 */
final class Surroundings {

    private static final double NEARLY_ALL = 0.9;
    private static final int LEAST = 150;
    private static final double OF_SENTENCES = 0.4;
    private static final int FEW = 40;
    private static final int SHARE = 4;

    private final Outline outline;
    private final BitSet furniture;

    private Surroundings(Outline outline, BitSet furniture) {
        this.outline = outline;
        this.furniture = furniture;
    }

    /** Adds the surroundings to what is known as furniture. */
    static void mark(Outline outline, BitSet furniture) {
        var surroundings = new Surroundings(outline, furniture);
        surroundings.beforeTitle();
        surroundings.outside(surroundings.narrowest());
    }

    private void beforeTitle() {
        int title = firstTitle();
        for (int i = 1; i < title; ) {
            if (outline.end(i) > title) {
                i++;
            } else {
                if (light(i) && !besideTitle(i, title)) {
                    furniture.set(i);
                }
                i = furniture.get(i) ? outline.end(i) : i + 1;
            }
        }
    }

    private boolean light(int index) {
        return outline.words(index) <= FEW && SHARE * outline.words(index) <= outline.words(0);
    }

    /** In the heading's own container a line above it belongs to it, such as the date of a policy. */
    private boolean besideTitle(int index, int title) {
        Element container = outline.element(title).parent();
        return container != null
                && !container.nameIs("body")
                && container.equals(outline.element(index).parent());
    }

    /** The first {@code h1} with words, where hardly anything precedes it; 0 where there is none. */
    private int firstTitle() {
        int before = 0;
        for (int i = 1; i < outline.size() && SHARE * before <= outline.words(0); ) {
            if (outline.element(i).nameIs("h1") && outline.words(i) > 0) {
                return i;
            }
            before += furniture.get(i) ? 0 : outline.ownWords(i);
            i = furniture.get(i) ? outline.end(i) : i + 1;
        }
        return 0;
    }

    /** The narrowest element that holds nearly all sentences; 0 for the body. */
    private int narrowest() {
        int least = (int) Math.ceil(NEARLY_ALL * sentences(0));
        int root = 0;
        for (int i = 1; least >= LEAST && i < outline.end(root); i++) {
            if (furniture.get(i) || outline.prose(i) < least) {
                i = outline.end(i) - 1;
            } else if (sentences(i) >= least) {
                root = i;
            }
        }
        return root;
    }

    private int sentences(int root) {
        int words = outline.prose(root);
        for (int i = furniture.nextSetBit(root + 1); i >= 0 && i < outline.end(root); ) {
            words -= outline.prose(i);
            i = furniture.nextSetBit(outline.end(i));
        }
        return words;
    }

    private void outside(int root) {
        for (int i = 1; root > 0 && i < outline.size(); ) {
            if (i < root && outline.end(i) >= outline.end(root)) {
                i++;
            } else if (i == root) {
                i = outline.end(i);
            } else {
                if (outline.prose(i) < OF_SENTENCES * outline.words(i) && !holdsTitle(i)) {
                    furniture.set(i);
                }
                i = furniture.get(i) ? outline.end(i) : i + 1;
            }
        }
    }

    private boolean holdsTitle(int index) {
        for (int i = index; i < outline.end(index); i++) {
            if (outline.element(i).nameIs("h1")) {
                return true;
            }
        }
        return false;
    }
}
