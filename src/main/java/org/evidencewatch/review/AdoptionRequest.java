package org.evidencewatch.review;

import java.util.Optional;
import org.evidencewatch.citation.Authority;

/**
 * That a person wants the whole index scored by the rubric in force.
 *
 * @param by who, 1 to {@value Authority#LONGEST_NAME} characters
 * @param why in that person's words, 1 to {@value Authority#LONGEST_WHY} characters
 * @param sampleValues whether a rubric may be adopted whose weights and points are only samples
 */
public record AdoptionRequest(String by, String why, boolean sampleValues) {

    /** Trims the texts. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public AdoptionRequest {
        by = by.strip();
        why = why.strip();
        objection(by, why).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(String by, String why) {
        return Authority.objection("name (--by)", by, "explanation (--why)", why);
    }
}
