package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules in the order in which they are tried, and which of them a sentence can fulfil at all by what is in it. */
final class Rules {

    private final List<Rule> all;
    private final Map<String, BitSet> bySymbol = new HashMap<>();
    private final BitSet anyway = new BitSet();

    Rules(List<Rule> rules) {
        this.all = List.copyOf(rules);
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            Optional<Condition> clue = clue(all.get(i));
            clue.ifPresent(condition -> condition
                    .names()
                    .forEach(name ->
                            bySymbol.computeIfAbsent(name, n -> new BitSet()).set(number)));
            anyway.set(i, clue.isEmpty());
        }
    }

    /** What a sentence must have where the rule is to hold; rather something rare than a kind of value. */
    private static Optional<Condition> clue(Rule rule) {
        List<Condition> own = rule.conditions().stream()
                .filter(condition -> !condition.absent() && condition.where().isWithinSentence())
                .toList();
        return own.stream()
                .filter(condition -> Collections.disjoint(condition.names(), Phrase.VALUES))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** Those that a sentence of these words and concepts may fulfil, in their order. */
    List<Numbered> of(Set<String> symbols) {
        var some = (BitSet) anyway.clone();
        for (String symbol : symbols) {
            BitSet more = bySymbol.get(symbol);
            if (more != null) {
                some.or(more);
            }
        }
        var rules = new ArrayList<Numbered>(some.cardinality());
        some.stream().forEach(number -> rules.add(new Numbered(number, all.get(number))));
        return rules;
    }

    /** A rule and its place in the order. */
    record Numbered(int number, Rule rule) {}
}
