package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.score.Band;
import org.evidencewatch.score.Criterion;
import org.evidencewatch.score.Rubric;
import org.evidencewatch.score.RubricError;
import org.evidencewatch.score.RubricReading;
import org.evidencewatch.score.State;

/** A rubric as JSON, or what is wrong with it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RubricView(boolean ok, Optional<Of> rubric, List<RubricError> errors) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Of(
            String id,
            boolean sample,
            Optional<String> caveat,
            String digest,
            List<Dimension> dimensions,
            List<Band> bands) {

        static Of of(Rubric rubric) {
            return new Of(
                    rubric.id(),
                    rubric.sample(),
                    rubric.caveat(),
                    rubric.digest(),
                    rubric.criteria().stream().map(Dimension::of).toList(),
                    rubric.bands());
        }
    }

    record Dimension(String dimension, String name, int weight, List<Listed> states) {

        static Dimension of(Criterion criterion) {
            return new Dimension(
                    criterion.dimension().key(),
                    criterion.name(),
                    criterion.weight(),
                    criterion.all().stream()
                            .map(state -> Listed.of(criterion, state))
                            .toList());
        }
    }

    /**
     * A state.
     *
     * @param asks its conditions in words; empty of the states that have none
     */
    record Listed(String state, String means, BigDecimal share, BigDecimal points, String asks) {

        static Listed of(Criterion criterion, State state) {
            return new Listed(state.id(), state.words(), state.share(), criterion.points(state), state.asks());
        }
    }

    static RubricView of(RubricReading reading) {
        return switch (reading) {
            case RubricReading.Usable usable -> new RubricView(true, Optional.of(Of.of(usable.rubric())), List.of());
            case RubricReading.Faulty faulty -> new RubricView(false, Optional.empty(), faulty.errors());
        };
    }
}
