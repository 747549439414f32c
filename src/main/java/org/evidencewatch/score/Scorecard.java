package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.Dimension;

/**
 * What a rubric makes of a record.
 *
 * @param rubric its id
 * @param sample whether its weights and points are only samples; whoever shows the score says so ({@link #caveat})
 * @param score 0 to 100: the sum of the lines' points, rounded once, a half upwards
 * @param lines one for each dimension of the rubric, and one for billing where the record claims anything of it
 */
public record Scorecard(String rubric, boolean sample, int score, String grade, List<Line> lines) {

    public Scorecard {
        lines = List.copyOf(lines);
    }

    /**
     * One dimension.
     *
     * @param name what published records call it
     * @param weight points that it counts at most; zero where it carries none
     * @param share 0 to 1, exact
     * @param points weight times share, exact
     * @param state id of the state that its claims are in
     * @param words for people: "refund window 30 days (Yearly): 0.85 of 35"
     * @param facts those that it rests on, as a person says them
     */
    public record Line(
            Dimension dimension,
            String name,
            int weight,
            BigDecimal share,
            BigDecimal points,
            String state,
            String words,
            List<String> facts) {

        public Line {
            facts = List.copyOf(facts);
        }
    }

    /** What to say beside the score; empty where nothing need be said. */
    public Optional<String> caveat() {
        return Rubric.caveat(rubric, sample);
    }

    /** Whether it is the score that was published. */
    public boolean reproduces(Assessment published) {
        return published.score().equals(Optional.of(score));
    }

    /** How it differs from what was published, as a sentence; empty where it does not. */
    public Optional<String> difference(Assessment published) {
        if (reproduces(published)) {
            return Optional.empty();
        }
        return Optional.of(published
                .score()
                .map(other -> "the rubric gives %d where %d is published; effects are differences under the rubric"
                        .formatted(score, other))
                .orElseGet(() -> "the rubric gives %d, and no score is published".formatted(score)));
    }
}
