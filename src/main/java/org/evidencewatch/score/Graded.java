package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.score.Scorecard.Line;

/**
 * The state that the claims of one dimension are in. Pure.
 *
 * @param facts those that meet the state's conditions, and those that keep it from a better one
 * @param claimed what was graded
 */
record Graded(Criterion criterion, State state, List<Fact> facts, Claimed claimed) {

    Graded {
        facts = List.copyOf(facts);
    }

    /** The first state whose conditions are met. */
    static Graded of(Criterion criterion, Claimed claimed) {
        if (claimed.statements().isEmpty()) {
            return new Graded(criterion, criterion.silent(), List.of(), claimed);
        }
        List<Fact> against = List.of();
        for (State state : criterion.states()) {
            if (isMet(state, claimed)) {
                List<Fact> kept = met(state.unless(), claimed).toList();
                if (kept.isEmpty()) {
                    return new Graded(criterion, state, joined(met(state.when(), claimed), against), claimed);
                }
                against = joined(against.stream(), kept);
            }
        }
        return new Graded(criterion, criterion.documented(), against, claimed);
    }

    private static boolean isMet(State state, Claimed claimed) {
        return state.when().stream()
                .noneMatch(condition -> condition.metBy(claimed.facts()).isEmpty());
    }

    private static Stream<Fact> met(List<Condition> conditions, Claimed claimed) {
        return conditions.stream().flatMap(condition -> condition.metBy(claimed.facts()).stream());
    }

    private static List<Fact> joined(Stream<Fact> some, List<Fact> others) {
        return Stream.concat(some, others.stream()).distinct().toList();
    }

    BigDecimal points() {
        return criterion.points(state);
    }

    /** The facts as a person says them, or what the state means where there are none. */
    String said() {
        return facts.isEmpty() ? state.words() : String.join(", ", told());
    }

    /** The facts as a person says them, each once. */
    List<String> told() {
        return facts.stream().map(Fact::told).distinct().toList();
    }

    Line line() {
        return new Line(
                criterion.dimension(),
                criterion.name(),
                criterion.weight(),
                state.share(),
                points(),
                state.id(),
                "%s: %s of %d".formatted(said(), state.share().toPlainString(), criterion.weight()),
                told());
    }
}
