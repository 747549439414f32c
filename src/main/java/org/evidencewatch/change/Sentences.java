package org.evidencewatch.change;

/** Where one sentence ends and the next begins. */
final class Sentences {

    private Sentences() {}

    /** Whether what stands between two words, or after the last, ends a sentence or a block. */
    static boolean parts(String gap) {
        return gap.chars().anyMatch(c -> ".!?\n。！？…".indexOf(c) >= 0);
    }
}
