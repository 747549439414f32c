package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways to word each concept, in the order in which they may build on each other, found by what they begin with. */
final class Wordings {

    /**
     * One way to word a concept.
     *
     * @param concept its number
     * @param needs sets of which a sentence has one each wherever it fits, the smallest first
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read for every wording of every sentence
    record Wording(int concept, Step step, int[][] needs) {}

    private final Symbols symbols = new Symbols();
    private final List<Wording> all = new ArrayList<>();
    private final BitSet anywhere = new BitSet();
    private final BitSet opening = new BitSet();
    private final Map<Integer, List<Integer>> collected = new HashMap<>();
    private final int[][] byStart;

    Wordings(Map<String, List<Phrase>> phrases) {
        phrases.forEach((concept, ways) ->
                ways.stream().flatMap(way -> way.alternatives().stream()).forEach(way -> add(concept, way)));
        byStart = new int[symbols.count()][];
        for (int symbol = 0; symbol < byStart.length; symbol++) {
            byStart[symbol] = collected.getOrDefault(symbol, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private void add(String concept, Phrase phrase) {
        int number = all.size();
        int[][] needs = Step.needs(phrase.part(), symbols).stream()
                .map(need -> need.stream().toArray())
                .sorted(Comparator.comparingInt(need -> need.length))
                .toArray(int[][]::new);
        all.add(new Wording(symbols.number(concept), Step.of(phrase.part(), symbols), needs));
        Set<String> starts = phrase.starts();
        if (phrase.opens()) {
            opening.set(number);
        } else if (starts.isEmpty()) {
            anywhere.set(number);
        } else {
            starts.forEach(start -> collected
                    .computeIfAbsent(symbols.number(start), s -> new ArrayList<>())
                    .add(number));
        }
    }

    Symbols symbols() {
        return symbols;
    }

    Wording get(int number) {
        return all.get(number);
    }

    int count() {
        return all.size();
    }

    /** Those that may begin with a symbol, in their order. Not to be written to. */
    int[] beginningWith(int symbol) {
        return byStart[symbol];
    }

    /** Those that may begin at any place. */
    BitSet anywhere() {
        return anywhere;
    }

    /** Those that fit at the first place only. */
    BitSet opening() {
        return opening;
    }
}
