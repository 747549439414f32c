package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;

/**
 * What shows that a value, or a clause, states a fact.
 *
 * @param name where it stands in the rules, such as {@code en-values:120}
 * @param role empty where it shows that a value is of no interest
 * @param fixed what is stated, where the words rather than a number state it
 * @param asIs whether negations and conditions around the words are part of them already
 * @param conditions all of which have to hold
 */
record Rule(String name, Optional<Role> role, Optional<Value> fixed, boolean asIs, List<Condition> conditions) {

    Rule {
        conditions = List.copyOf(conditions);
    }

    /** Whether it reads a number rather than words. */
    boolean reads(Form form) {
        return fixed.isEmpty() && role.map(r -> r.form() == form).orElse(true);
    }
}
