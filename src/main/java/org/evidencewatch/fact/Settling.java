package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one list of what single sentences state: repetitions once, flags and ways together, and what follows from it. */
final class Settling {

    private record Key(Role role, Optional<String> scope) {}

    private Settling() {}

    static List<Fact> settled(List<Fact> found) {
        var facts = new ArrayList<Fact>();
        Map<Key, Fact> joined = new LinkedHashMap<>();
        for (Fact fact : found) {
            switch (fact.value()) {
                case Value.Flag flag -> joined.merge(new Key(fact.role(), fact.scope()), fact, Settling::together);
                case Value.Channels channels ->
                    joined.merge(new Key(fact.role(), Optional.empty()), fact, Settling::together);
                case Value.Duration duration -> once(facts, fact);
                case Value.Amount amount -> once(facts, fact);
            }
        }
        boolean window = facts.stream().anyMatch(fact -> fact.role() == Role.REFUND_WINDOW);
        joined.values().forEach(fact -> facts.add(window ? unlessLate(fact) : fact));
        facts.addAll(Entailment.of(facts));
        return facts;
    }

    /** "21 days; after that, no refunds." */
    private static Fact unlessLate(Fact fact) {
        boolean none = fact.role() == Role.REFUNDABLE && fact.scope().isEmpty() && fact.value() == Value.Flag.NO;
        return none ? with(fact, Value.Flag.CONDITIONAL) : fact;
    }

    private static void once(List<Fact> facts, Fact fact) {
        if (facts.stream().noneMatch(fact::repeats)) {
            facts.add(fact);
        }
    }

    private static Fact together(Fact a, Fact b) {
        if (a.value() instanceof Value.Channels x && b.value() instanceof Value.Channels y) {
            Set<Channel> all = EnumSet.copyOf(x.channels());
            all.addAll(y.channels());
            return with(a, new Value.Channels(all));
        }
        return a.value().same(b.value()) ? a : with(b, Value.Flag.CONDITIONAL);
    }

    private static Fact with(Fact fact, Value value) {
        return new Fact(
                fact.role(),
                value,
                fact.scope(),
                fact.entailed(),
                fact.sentence(),
                fact.start(),
                fact.end(),
                fact.rule());
    }
}
