package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.score.Scorecard;

/**
 * A scorecard beside what was published, as JSON.
 *
 * @param sample whether weights and points are only samples, which {@code caveat} then says in words
 * @param reproduces whether the rubric gives the published score; else {@code difference} tells it in words
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ScorecardView(
        String company,
        Published published,
        String rubric,
        boolean sample,
        Optional<String> caveat,
        int score,
        String grade,
        boolean reproduces,
        Optional<String> difference,
        List<Line> lines) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Published(Optional<Integer> score, Optional<String> grade, Optional<String> rubric) {}

    record Line(
            String dimension,
            String name,
            int weight,
            BigDecimal share,
            BigDecimal points,
            String state,
            String words,
            List<String> facts) {

        static Line of(Scorecard.Line line) {
            return new Line(
                    line.dimension().key(),
                    line.name(),
                    line.weight(),
                    line.share(),
                    line.points(),
                    line.state(),
                    line.words(),
                    line.facts());
        }
    }

    static ScorecardView of(CompanyRecord record, Scorecard card) {
        var assessment = record.assessment();
        return new ScorecardView(
                record.slug(),
                new Published(assessment.score(), assessment.grade(), assessment.rubric()),
                card.rubric(),
                card.sample(),
                card.caveat(),
                card.score(),
                card.grade(),
                card.reproduces(assessment),
                card.difference(assessment),
                card.lines().stream().map(Line::of).toList());
    }
}
