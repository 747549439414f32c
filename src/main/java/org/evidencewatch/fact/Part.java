package org.evidencewatch.fact;

import java.util.List;

/** What a {@link Phrase} is made of. */
sealed interface Part {

    /**
     * One of several words and marks.
     *
     * @param names beginnings of words with their asterisk
     */
    record Symbol(List<String> names) implements Part {}

    record Gap(int most, boolean withinClause) implements Part {}

    record Not(Part part) implements Part {}

    record Maybe(Part part) implements Part {}

    record Either(List<Part> parts) implements Part {}

    record Row(List<Part> parts) implements Part {}

    record Start() implements Part {}
}
