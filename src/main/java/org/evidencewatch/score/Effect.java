package org.evidencewatch.score;

import java.util.List;
import java.util.Optional;

/**
 * What another wording of a record's claims does to its published score. The rubric tells how much its own score moves, and
 * the published score moves by as much, within 0 to 100: whoever published may have known more than the claims say.
 *
 * @param scoreBefore as published; empty where no score is
 * @param gradeBefore as published
 * @param scoreAfter empty where no score is published
 * @param gradeAfter by the rubric's bands; as published where the score stands
 * @param points by how many the rubric's own score moves; under zero for the worse
 * @param lines dimension by dimension, what differs and what it counts
 * @param reproduces whether the rubric's score of the claims before is the published one
 * @param difference how it differs, as a sentence; empty where it does not
 * @param caveat what to say beside any of these figures; empty where nothing need be said
 */
public record Effect(
        Optional<Integer> scoreBefore,
        Optional<String> gradeBefore,
        Optional<Integer> scoreAfter,
        Optional<String> gradeAfter,
        int points,
        List<String> lines,
        boolean reproduces,
        Optional<String> difference,
        Optional<String> caveat) {

    public Effect {
        lines = List.copyOf(lines);
    }
}
