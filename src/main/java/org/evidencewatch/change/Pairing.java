package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which passage that went became which passage that came: the pairs that share most of their words, the most alike first.
 * Large sets are only searched near the same relative place, so that the work stays bounded.
 */
final class Pairing {

    private static final double ALIKE = 0.4;
    private static final int ALL_AGAINST_ALL = 40_000;
    private static final int WINDOW = 40;

    /** Indexes into the two lists. */
    record Pair(int before, int after, double likeness) {}

    private Pairing() {}

    static List<Pair> of(List<Passage> before, List<Passage> after) {
        var candidates = new ArrayList<Pair>();
        var bags = after.stream().map(passage -> bag(passage.words())).toList();
        boolean all = (long) before.size() * after.size() <= ALL_AGAINST_ALL;
        for (int i = 0; i < before.size(); i++) {
            int centre = (int) ((long) i * after.size() / before.size());
            int first = all ? 0 : Math.max(0, centre - WINDOW);
            int last = all ? after.size() : Math.min(after.size(), centre + WINDOW);
            Map<String, Integer> bag = bag(before.get(i).words());
            for (int j = first; j < last; j++) {
                double likeness = likeness(before.get(i), bag, after.get(j), bags.get(j));
                if (likeness >= ALIKE) {
                    candidates.add(new Pair(i, j, likeness));
                }
            }
        }
        return best(candidates);
    }

    private static List<Pair> best(List<Pair> candidates) {
        candidates.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.before() - pair.after()))
                .thenComparingInt(Pair::before));
        var usedBefore = new BitSet();
        var usedAfter = new BitSet();
        var chosen = new ArrayList<Pair>();
        for (Pair pair : candidates) {
            if (!usedBefore.get(pair.before()) && !usedAfter.get(pair.after())) {
                usedBefore.set(pair.before());
                usedAfter.set(pair.after());
                chosen.add(pair);
            }
        }
        chosen.sort(Comparator.comparingInt(Pair::after));
        return chosen;
    }

    /** Words in common, twice, by all words (Dice); 0 at once where the lengths rule likeness out. */
    private static double likeness(Passage a, Map<String, Integer> bagA, Passage b, Map<String, Integer> bagB) {
        int total = a.size() + b.size();
        if (2.0 * Math.min(a.size(), b.size()) / total < ALIKE) {
            return 0;
        }
        int common = 0;
        for (var entry : bagA.entrySet()) {
            common += Math.min(entry.getValue(), bagB.getOrDefault(entry.getKey(), 0));
        }
        return 2.0 * common / total;
    }

    private static Map<String, Integer> bag(Words words) {
        var bag = new HashMap<String, Integer>();
        words.keys().forEach(key -> bag.merge(key, 1, Integer::sum));
        return bag;
    }
}
