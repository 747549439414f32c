package org.evidencewatch.change;

import java.util.Optional;
import java.util.Set;

/**
 * What a person says of passages that were proposed for a company's claims.
 *
 * @param all whether every passage that still waits is accepted, those rejected here left out
 * @param reviewer who decides, 1 to {@value #LONGEST_NAME} characters
 */
public record LinkDecision(String company, Set<Long> accepted, Set<Long> rejected, boolean all, String reviewer) {

    /** Characters in a reviewer's name. */
    public static final int LONGEST_NAME = 100;

    /** Trims the name. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public LinkDecision {
        accepted = Set.copyOf(accepted);
        rejected = Set.copyOf(rejected);
        reviewer = reviewer.strip();
        objection(accepted, rejected, reviewer).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(Set<Long> accepted, Set<Long> rejected, String reviewer) {
        if (reviewer.isBlank()) {
            return Optional.of("say who decides (--by NAME)");
        }
        if (reviewer.strip().length() > LONGEST_NAME) {
            return Optional.of("the name of the reviewer is longer than " + LONGEST_NAME + " characters");
        }
        return accepted.stream()
                .filter(rejected::contains)
                .sorted()
                .findFirst()
                .map(both -> "passage " + both + " cannot be both accepted and rejected");
    }
}
