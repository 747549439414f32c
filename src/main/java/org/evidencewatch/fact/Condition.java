package org.evidencewatch.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One thing that must be, or must not be, where a rule is to hold.
 *
 * @param where it is looked for
 * @param names words or concepts of which one suffices
 * @param absent whether none of them may be there
 */
record Condition(Where where, List<String> names, boolean absent) {

    /** How far a rule looks. */
    enum Where {
        /** On the value itself. */
        VALUE("v"),
        /** In the clause. */
        CLAUSE("c"),
        SENTENCE("s"),
        /** In the sentence, or in the question, label or heading above it. */
        TOPIC("t"),
        /** The same, or in the sentence before. */
        CONTEXT("p"),
        /** In what stands above only. */
        ABOVE("a");

        private final String letter;

        Where(String letter) {
            this.letter = letter;
        }

        /** Whether what is there is in the sentence too. */
        boolean isWithinSentence() {
            return switch (this) {
                case VALUE, CLAUSE, SENTENCE -> true;
                case TOPIC, CONTEXT, ABOVE -> false;
            };
        }
    }

    Condition {
        names = List.copyOf(names);
    }

    /** @throws IllegalArgumentException where the text is no condition */
    static Condition of(String text) {
        boolean absent = text.startsWith("-");
        String rest = absent ? text.substring(1) : text;
        int colon = rest.indexOf(':');
        Where where = colon < 0 ? Where.CLAUSE : where(rest.substring(0, colon));
        List<String> names = List.of(rest.substring(colon + 1).split("\\|", -1));
        if (names.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a word is missing in '" + text + "'");
        }
        return new Condition(where, names, absent);
    }

    private static Where where(String letter) {
        Optional<Where> where = Arrays.stream(Where.values())
                .filter(w -> w.letter.equals(letter))
                .findFirst();
        return where.orElseThrow(() -> new IllegalArgumentException("'" + letter + ":' is nowhere"));
    }
}
