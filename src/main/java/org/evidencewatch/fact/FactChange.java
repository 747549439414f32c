package org.evidencewatch.fact;

import java.util.Optional;

/**
 * A fact that is no longer stated as it was.
 *
 * @param before empty where it was not stated
 * @param after empty where it is not stated any more; never both
 */
public record FactChange(Role role, Optional<Fact> before, Optional<Fact> after, Direction direction) {

    static FactChange of(Role role, Optional<Fact> before, Optional<Fact> after) {
        return new FactChange(
                role, before, after, Directions.of(role, before.map(Fact::value), after.map(Fact::value)));
    }

    /** The group that it is stated for; of the later statement where both name one. */
    public Optional<String> scope() {
        return after.flatMap(Fact::scope).or(() -> before.flatMap(Fact::scope));
    }
}
