package org.evidencewatch.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How the final answers of all companies that cite a page end its change. Pure.
 *
 * @param by the decision that weighs most
 */
record Ending(Decision by, Outcome outcome) {

    /** One of the terminal states of a detection: those that a person gives. */
    enum Outcome {
        ACCEPTED,
        DISMISSED,
        QUARANTINED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The weightiest answer wins.
     *
     * @param answers one of each company, not empty, all of them final
     * @param pageStands whether the change's capture is a good reading
     */
    static Ending of(List<Decision> answers, boolean pageStands) {
        Decision by = answers.stream()
                .min(Comparator.comparing(Decision::answer).thenComparingLong(Decision::id))
                .orElseThrow();
        return new Ending(by, by.answer().outcome(pageStands));
    }

    /** Whether the page as it was captured is what the next reads are compared with. */
    boolean movesBaseline() {
        return outcome != Outcome.QUARANTINED;
    }
}
