package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evidencewatch.change.Anchor.Lost;
import org.evidencewatch.change.Anchor.Suggested;

/**
 * Looks for what a lost quote may have become, for a person to judge. Bounded: places to look at come from the rarer words
 * that quote and text share, and few of them are compared word by word.
 *
 * <p>Rather none than a look-alike: a suggestion must be like the quote, the more so the shorter it is; clearly more so
 * than any other place; and have the same numbers, negations and names. A passage that stood beside the quote before is
 * not what it became.
 */
final class Suggestions {

    private static final int FEWEST_WORDS = 4;
    private static final int COMMON = 2_000;
    private static final int LOOKED_AT = 20;
    private static final int BUCKET = 8;
    private static final int AROUND = 3;
    private static final double MARGIN = 0.1;
    private static final double FLOOR = 0.6;
    private static final double SHORT_FLOOR = 0.3;
    private static final int LONG = 20;

    private Suggestions() {}

    static Anchor of(Sought sought, SearchedText text, Optional<SearchedText> earlier) {
        List<String> keys = sought.words().keys();
        if (keys.size() < FEWEST_WORDS) {
            return new Lost();
        }
        var ranked = new ArrayList<Likeness>();
        for (int start : promising(keys, text.words().keys())) {
            Likeness likeness = Likeness.around(keys, text.words().keys(), start);
            if (ranked.stream().noneMatch(likeness::overlaps)) {
                ranked.add(likeness);
            } else if (ranked.removeIf(other -> other.overlaps(likeness) && other.value() < likeness.value())) {
                ranked.add(likeness);
            }
        }
        ranked.removeIf(likeness -> stood(likeness, keys, text, earlier));
        ranked.sort(Comparator.comparingDouble(Likeness::value).reversed());
        return ranked.isEmpty() ? new Lost() : judged(sought, text, ranked);
    }

    private static Anchor judged(Sought sought, SearchedText text, List<Likeness> ranked) {
        Likeness best = ranked.getFirst();
        double margin = best.value() - (ranked.size() > 1 ? ranked.get(1).value() : 0);
        int words = sought.words().size();
        double floor = FLOOR + SHORT_FLOOR * Math.max(0, LONG - words) / (LONG - FEWEST_WORDS);
        boolean clear = best.value() >= floor && margin >= MARGIN && Bearing.same(sought, text, best);
        return clear
                ? new Suggested(
                        text.place(
                                text.words().starts()[best.from()], text.words().ends()[best.to() - 1]),
                        best.value(),
                        margin)
                : new Lost();
    }

    /** Whether the passage stood before; the quote's own words, with others around them than then, are news. */
    private static boolean stood(
            Likeness likeness, List<String> keys, SearchedText text, Optional<SearchedText> earlier) {
        List<String> all = text.words().keys();
        List<String> words = all.subList(likeness.from(), likeness.to());
        int reach = words.equals(keys) ? AROUND : 0;
        List<String> passage =
                all.subList(Math.max(0, likeness.from() - reach), Math.min(all.size(), likeness.to() + reach));
        return words.isEmpty()
                || earlier.map(before -> !before.find(passage).isEmpty()).orElse(false);
    }

    /** Where the quote would begin if it stood there, by the words that it shares with the text: the likeliest first. */
    private static List<Integer> promising(List<String> keys, List<String> text) {
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = keys.size() - 1; i >= 0; i--) {
            firsts.put(keys.get(i), i);
        }
        Map<String, Integer> counts = new HashMap<>();
        text.stream().filter(firsts::containsKey).forEach(word -> counts.merge(word, 1, Integer::sum));
        var votes = new TreeMap<Integer, Double>();
        for (int i = 0; i < text.size(); i++) {
            int count = counts.getOrDefault(text.get(i), 0);
            if (count > 0 && count < COMMON) {
                int bucket = Math.floorDiv(i - firsts.getOrDefault(text.get(i), 0), BUCKET);
                double weight = 1 / (1 + Math.log(count));
                votes.merge(bucket, weight, Double::sum);
                votes.merge(bucket + 1, weight, Double::sum);
            }
        }
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LOOKED_AT)
                .map(vote -> vote.getKey() * BUCKET)
                .toList();
    }
}
