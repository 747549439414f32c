package org.evidencewatch.fact;

import java.util.Optional;

/**
 * A rule for the subscriber that a page states.
 *
 * @param scope plan, region or customer group that it is stated for; empty where it is stated for all
 * @param entailed whether it follows from another fact, rather than being stated
 * @param sentence the words that state it, as the page has them
 * @param start offset in the sentence of the words that the value was read from
 * @param end offset after them
 * @param rule name of the rule that read it
 */
public record Fact(
        Role role,
        Value value,
        Optional<String> scope,
        boolean entailed,
        String sentence,
        int start,
        int end,
        String rule) {

    /** As a person says it: "refund window 14 days (annual)". */
    public String told() {
        return FactWords.of(this);
    }

    /** Whether both are stated for the same group, however that is written: "yearly plans" and "Annual". */
    public boolean sameScope(Fact other) {
        return FactChanges.sameScope(this, other);
    }

    /** Whether both state the same for the same group. */
    boolean repeats(Fact other) {
        return role == other.role && value.same(other.value) && scope.equals(other.scope);
    }
}
