package org.evidencewatch.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.score.Scorecard.Line;

/**
 * All dimensions of a record, graded. Pure.
 *
 * @param graded in the rubric's order
 * @param billing what it claims of trial, price and renewal, which the rubric does not grade
 */
record Grades(Rubric rubric, List<Graded> graded, Claimed billing) {

    static final String BILLING = "Billing";
    static final String NO_WEIGHT = "carries no weight";

    private static final String UNWEIGHTED = "unweighted";

    Grades {
        graded = List.copyOf(graded);
    }

    static Grades of(Rubric rubric, ClaimReader reader, Stated stated) {
        return new Grades(
                rubric,
                rubric.criteria().stream()
                        .map(criterion -> Graded.of(criterion, Claimed.of(reader, stated, criterion.dimension())))
                        .toList(),
                Claimed.of(reader, stated, Dimension.BILLING));
    }

    int score() {
        return graded.stream()
                .map(Graded::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    Scorecard card() {
        int score = score();
        return new Scorecard(
                rubric.id(),
                rubric.sample(),
                score,
                rubric.grade(score),
                Stream.concat(graded.stream().map(Graded::line), billingLine()).toList());
    }

    private Stream<Line> billingLine() {
        return billing.statements().isEmpty()
                ? Stream.empty()
                : Stream.of(new Line(
                        Dimension.BILLING,
                        BILLING,
                        0,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        UNWEIGHTED,
                        billed() + ": " + NO_WEIGHT,
                        billing.told()));
    }

    /** What is claimed of billing, as a person says it. */
    String billed() {
        if (billing.statements().isEmpty()) {
            return "nothing is claimed";
        }
        return billing.facts().isEmpty()
                ? "claimed, and no typed fact could be read"
                : String.join(", ", billing.told());
    }
}
