package org.evidencewatch.score;

import java.util.List;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Form;
import org.evidencewatch.fact.Role;

/**
 * Something that the facts of a claim may meet: one of them is enough.
 *
 * @param forAll whether only facts count that are stated for all, rather than for a plan, a region or a group
 */
record Condition(Role role, Requirement requirement, boolean forAll) {

    /** Those that meet it. */
    List<Fact> metBy(List<Fact> facts) {
        return facts.stream().filter(this::isMetBy).toList();
    }

    private boolean isMetBy(Fact fact) {
        return fact.role() == role && (!forAll || fact.scope().isEmpty()) && requirement.isMetBy(fact.value());
    }

    /** As a person says it: "refund window at least 30 days, for all". */
    String words() {
        boolean days = role.form() == Form.DURATION && requirement instanceof Requirement.Bound;
        return role.word().replace('_', ' ') + " " + requirement.words() + (days ? " days" : "")
                + (forAll ? ", for all" : "");
    }
}
