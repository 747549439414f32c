package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the index says of a company as a whole.
 *
 * @param score 0 to 100
 * @param tier how it was assessed, such as {@code Documented-Policy}
 * @param rubric name and version of the rubric, such as {@code CES-1.1}
 * @param scope what the review looked at, in the index's words
 */
public record Assessment(
        Optional<Integer> score,
        Optional<String> grade,
        Optional<String> tier,
        Optional<String> rubric,
        Optional<LocalDate> lastReviewed,
        Optional<String> scope,
        Optional<String> summary) {

    /** Nothing said yet: a company known only by its citations. */
    public static final Assessment NONE = new Assessment(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Assessment {
        score.filter(s -> s < 0 || s > 100).ifPresent(s -> {
            throw new IllegalArgumentException("score " + s + " is not within 0..100");
        });
        grade.ifPresent(Limit.GRADE::require);
        tier.ifPresent(Limit.TIER::require);
        rubric.ifPresent(Limit.RUBRIC::require);
        scope.ifPresent(Limit.SCOPE::require);
        summary.ifPresent(Limit.SUMMARY::require);
    }
}
