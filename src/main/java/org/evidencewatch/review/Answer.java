package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a decision says of a reason. The order is that of weight: where companies that share a source answer
 * differently, the earliest of their answers ends the change.
 */
public enum Answer {
    /** What the index states no longer stands: the company is marked for rescoring. */
    MATERIAL("material"),
    /** The page says something else, and the claim stands on it. */
    STILL_SUPPORTED("still-supported"),
    /** Nothing that a reader of the index would care about. */
    NOISE("noise"),
    /** Not now: the reason is out of sight until a date, and stays unanswered. */
    DEFER("defer");

    private final String word;

    Answer(String word) {
        this.word = word;
    }

    /** The word that people, JSON and the database use. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The answer whose {@link #word} this is, if there is one. */
    public static Optional<Answer> of(String word) {
        return Arrays.stream(values())
                .filter(answer -> answer.word.equals(word))
                .findFirst();
    }

    /** Whether it answers the reason for good. */
    public boolean ends() {
        return this != DEFER;
    }
}
