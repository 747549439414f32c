package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;

/**
 * One sentence, or one cell of a table with what its column is called, and what it is to be read with.
 *
 * @param text as the page has it
 * @param above words that say what it is about, the nearest first: a question, what a list is introduced by, headings
 * @param before the sentences before it in the same passage, the nearest first, two at most
 * @param scope what its row or its item is about, where that is a plan or a group
 */
record Statement(String text, List<String> above, List<String> before, Optional<String> scope) {

    private static final int LONGEST_LABEL = 40;

    Statement {
        above = List.copyOf(above);
        before = List.copyOf(before);
    }

    /** Whether a question stands right above. */
    boolean answers() {
        return !above.isEmpty() && above.getFirst().endsWith("?");
    }

    /** Whether it begins with what it is about: "Notice: 30 days". */
    boolean isLabelled() {
        int colon = text.indexOf(": ");
        return colon > 0 && colon < LONGEST_LABEL;
    }

    boolean asks() {
        return text.endsWith("?");
    }
}
