package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of a reason. The order is that of weight: where companies that share a page answer differently, the
 * earliest of their answers ends the change.
 */
public enum Answer {
    /** What the index states no longer stands, and the subscriber is worse off. */
    MATERIAL_WORSE("material-worse"),
    /** What the index states no longer stands, and the subscriber is better off. */
    MATERIAL_BETTER("material-better"),
    /** What the index states no longer stands; for the subscriber it comes to the same. */
    MATERIAL_NEUTRAL("material-neutral"),
    /** The page is lastingly gone: it is cited no more, and claims that rest on it alone are dropped. */
    SOURCE_GONE("source-gone"),
    /** The page is to be read at another address from now on. */
    SOURCE_MOVED("source-moved"),
    /** The page does not settle what it is cited for: it is cited no more. */
    CITATION_INSUFFICIENT("citation-insufficient"),
    /** What was captured is no reading of the page: it is set aside, and the baseline stays. */
    BAD_CAPTURE("bad-capture"),
    /** The page says the same in other words, and the claim stands on it. */
    REWORDED("reworded-same-meaning"),
    /** Nothing that a reader of the index would care about. */
    NOISE("noise"),
    /** Somebody else is to answer. */
    NEEDS_SECOND_OPINION("needs-second-opinion"),
    /** Not now: the reason is out of sight until a date, and stays unanswered. */
    DEFER("defer"),
    /** An earlier decision is taken back; never asked for as an answer. */
    UNDO("undo");

    private final String word;

    Answer(String word) {
        this.word = word;
    }

    /** The word that people, JSON and the database use. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Those that a reason can be answered with, in the order in which a form offers them. */
    public static List<Answer> offered() {
        return Arrays.stream(values()).filter(answer -> answer != UNDO).toList();
    }

    /** The answer with this {@link #word} among those that are {@link #offered}. */
    public static Optional<Answer> of(String word) {
        return offered().stream().filter(answer -> answer.word.equals(word)).findFirst();
    }

    /** The answer that a row has. */
    static Answer ofRow(String word) {
        return Arrays.stream(values())
                .filter(answer -> answer.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such verdict: " + word));
    }

    /** Whether it answers the reason for good. */
    public boolean ends() {
        return this != NEEDS_SECOND_OPINION && this != DEFER && this != UNDO;
    }

    /** Whether the index was found to state what no longer stands, so that the company is to be scored again. */
    public boolean material() {
        return this == MATERIAL_WORSE || this == MATERIAL_BETTER || this == MATERIAL_NEUTRAL;
    }

    /** Whether the page ceases to be evidence of the company. */
    boolean uncites() {
        return this == SOURCE_GONE || this == CITATION_INSUFFICIENT;
    }

    /** How a change ends that is so answered. */
    Ending.Outcome outcome(boolean pageStands) {
        return switch (this) {
            case MATERIAL_WORSE, MATERIAL_BETTER, MATERIAL_NEUTRAL, SOURCE_GONE, SOURCE_MOVED, CITATION_INSUFFICIENT ->
                Ending.Outcome.ACCEPTED;
            case REWORDED -> pageStands ? Ending.Outcome.ACCEPTED : Ending.Outcome.DISMISSED;
            case NOISE -> Ending.Outcome.DISMISSED;
            case BAD_CAPTURE -> Ending.Outcome.QUARANTINED;
            case NEEDS_SECOND_OPINION, DEFER, UNDO -> throw new IllegalArgumentException(word + " ends nothing");
        };
    }
}
