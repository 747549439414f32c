package org.evidencewatch.change;

import java.util.List;

/**
 * One place where two texts differ.
 *
 * @param before the words that stood there; none where the text is new
 * @param after the words that stand there now; none where the text is gone
 * @param passage the passage, as it stands now or stood last
 */
record Edit(Side before, Side after, Passage passage) {

    /** Whether one passage became the other, rather than one coming or going as a whole. */
    boolean paired() {
        return before.words().size() > 0 && after.words().size() > 0;
    }

    /**
     * One side of an edit: a run of words in a passage.
     *
     * @param from index of the first word that differs
     * @param to index after the last
     */
    record Side(Words words, int from, int to) {

        List<String> run() {
            return words.keys().subList(from, to);
        }

        int size() {
            return to - from;
        }

        /** The word at this distance before the run (negative) or after its end (0 and up); empty outside. */
        String near(int offset) {
            int at = offset < 0 ? from + offset : to + offset;
            return at >= 0 && at < words.size() ? words.keys().get(at) : "";
        }
    }
}
