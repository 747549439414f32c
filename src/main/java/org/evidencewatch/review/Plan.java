package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.score.Effect;

/**
 * What an answer would do to a record. Pure.
 *
 * @param now the record as it stands
 * @param after its claims afterwards
 * @param effect what that does to score and grade
 */
record Plan(RecordState now, List<RecordClaim> after, Effect effect) {

    Plan {
        after = List.copyOf(after);
    }

    /** Whether it makes a revision. */
    boolean moves() {
        return !after.equals(now.claims());
    }

    /** Whether the published grade becomes another. */
    boolean movesGrade() {
        return moves() && !effect.gradeBefore().equals(effect.gradeAfter());
    }

    /** As the decision's row keeps it. */
    Audit audit() {
        return new Audit(
                edited(),
                effect.scoreBefore(),
                effect.scoreAfter(),
                effect.gradeBefore(),
                effect.gradeAfter(),
                effect.lines());
    }

    private List<Edited> edited() {
        return Stream.concat(now.claims().stream(), after.stream())
                .map(RecordClaim::place)
                .distinct()
                .map(place ->
                        new Edited(place.dimension().key(), place.ordinal(), at(now.claims(), place), at(after, place)))
                .filter(edited -> !edited.before().equals(edited.after()))
                .toList();
    }

    private static Optional<String> at(List<RecordClaim> claims, ClaimPlace place) {
        return claims.stream()
                .filter(claim -> claim.place().equals(place))
                .map(RecordClaim::statement)
                .findFirst();
    }

    /** A claim that changed; without words before, it is new, and without words after, dropped. */
    @JsonInclude(Include.NON_ABSENT)
    record Edited(String dimension, int ordinal, Optional<String> before, Optional<String> after) {}

    /** What a decision did, for whoever asks later. */
    @JsonInclude(Include.NON_ABSENT)
    record Audit(
            List<Edited> claims,
            Optional<Integer> scoreBefore,
            Optional<Integer> scoreAfter,
            Optional<String> gradeBefore,
            Optional<String> gradeAfter,
            List<String> lines) {}
}
