package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.Authority;

/**
 * What a person asks to be recorded.
 *
 * @param reviewer who decides, 1 to {@value Authority#LONGEST_NAME} characters
 * @param why in the reviewer's words, 1 to {@value Authority#LONGEST_WHY} characters
 * @param until when a deferred reason comes back; present for {@link Answer#DEFER} and only then
 * @param seen the {@link Item#version} that the person had before them: is it another by now, nothing is recorded
 */
public record DecisionRequest(
        Target target,
        Answer answer,
        String reviewer,
        String why,
        Optional<Instant> until,
        RecordEdit edit,
        Optional<String> seen) {

    /**
     * Which reasons it answers.
     *
     * @param item the id of a work item, or a company's slug
     * @param reasons the reasons it answers; empty means all that wait, if {@code all}, else the only one
     * @param all whether it may answer several reasons that it does not name
     * @param everywhere whether it answers the same change at every other company too
     */
    public record Target(String item, Set<Long> reasons, boolean all, boolean everywhere) {

        public Target {
            reasons = Set.copyOf(reasons);
        }

        /** These reasons of an item, and nothing elsewhere. */
        public static Target of(String item, Set<Long> reasons) {
            return new Target(item, reasons, false, false);
        }
    }

    /** Trims the texts. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public DecisionRequest {
        reviewer = reviewer.strip();
        why = why.strip();
        objection(answer, reviewer, why, until)
                .or(() -> edit.objection(answer))
                .or(() -> everywhere(target, edit))
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
    }

    /** One that is to be recorded whatever the item has become. */
    public DecisionRequest(
            Target target, Answer answer, String reviewer, String why, Optional<Instant> until, RecordEdit edit) {
        this(target, answer, reviewer, why, until, edit, Optional.empty());
    }

    /** The same, to be recorded only while the item is at this version. */
    public DecisionRequest seeing(String version) {
        return new DecisionRequest(target, answer, reviewer, why, until, edit, Optional.of(version));
    }

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(Answer answer, String reviewer, String why, Optional<Instant> until) {
        if ((answer == Answer.DEFER) != until.isPresent()) {
            return Optional.of(
                    answer == Answer.DEFER
                            ? "say until when the reason is deferred"
                            : "only a deferred reason has a date to come back");
        }
        return Authority.objection(reviewer, why);
    }

    private static Optional<String> everywhere(Target target, RecordEdit edit) {
        return target.everywhere() && edit.asks()
                ? Optional.of("what is edited by hand is edited at one company; elsewhere the proposed edits are made")
                : Optional.empty();
    }
}
