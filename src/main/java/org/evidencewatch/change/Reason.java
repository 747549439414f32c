package org.evidencewatch.change;

import java.util.Optional;

/**
 * One thing that a verdict rests on.
 *
 * @param code stable, lower case with dashes, e.g. {@code number-changed}, {@code negation-changed}, {@code
 *     text-removed}, {@code status-404}
 * @param before the words that stood, with a little context; empty where there were none
 * @param after the words that stand now
 * @param severity 0 to 100
 */
public record Reason(String code, Optional<String> before, Optional<String> after, int severity) {

    /** Begins the codes of facts: {@code fact-worse}, {@code fact-better}, {@code fact-neutral}, for the subscriber. */
    static final String FACT = "fact-";

    public Reason {
        if (severity < 0 || severity > 100) {
            throw new IllegalArgumentException("severity outside 0..100: " + severity);
        }
    }

    /** Whether it is of a stated fact, rather than of words or of the page's being there. */
    public boolean ofFact() {
        return code.startsWith(FACT);
    }

    /** Whether it is of a fact that is worse for the subscriber now. */
    boolean worsens() {
        return code.equals(FACT + "worse");
    }
}
