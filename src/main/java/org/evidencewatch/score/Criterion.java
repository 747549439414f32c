package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;

/**
 * How one dimension is graded: the first state whose conditions are met counts.
 *
 * @param name what published records call the dimension
 * @param weight points of 100 that it counts at most
 * @param states the best first, each with a condition
 * @param documented the state of claims whose facts meet none of these, or that give no fact
 * @param silent the state where nothing is claimed
 */
public record Criterion(
        Dimension dimension, String name, int weight, List<State> states, State documented, State silent) {

    public Criterion {
        states = List.copyOf(states);
    }

    /** Every state, the best first. */
    public List<State> all() {
        return Stream.concat(states.stream(), Stream.of(documented, silent)).toList();
    }

    /** What a state counts. */
    public BigDecimal points(State state) {
        return Figures.plain(state.share().multiply(BigDecimal.valueOf(weight)));
    }
}
