package org.evidencewatch.change;

import java.util.HashSet;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Value;

/** How a fact that a page states agrees with one of the same role that a claim states. The best comes first. Pure. */
enum Accord {
    SAME,
    /** A summary need not be as exact: some of the ways, or a rule where the page names its conditions. */
    COMPATIBLE,
    CONFLICTING,
    /** Said of different groups: what holds for monthly plans says nothing of annual ones. */
    UNRELATED;

    static Accord of(Fact claimed, Fact stated) {
        boolean groups = claimed.scope().isPresent() && stated.scope().isPresent() && !claimed.sameScope(stated);
        return groups ? UNRELATED : of(claimed.value(), stated.value());
    }

    private static Accord of(Value claimed, Value stated) {
        if (claimed.same(stated)) {
            return SAME;
        }
        if (claimed instanceof Value.Channels ways && stated instanceof Value.Channels open) {
            var shared = new HashSet<>(ways.channels());
            shared.retainAll(open.channels());
            boolean all = shared.size() == ways.channels().size();
            return all ? SAME : shared.isEmpty() ? CONFLICTING : COMPATIBLE;
        }
        boolean conditional = claimed == Value.Flag.CONDITIONAL || stated == Value.Flag.CONDITIONAL;
        return conditional ? COMPATIBLE : CONFLICTING;
    }

    /** Whether it speaks for the claim. */
    boolean supports() {
        return this == SAME || this == COMPATIBLE;
    }
}
