package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways to word each concept, in the order in which they may build on each other, found by the rarest that they need. */
final class Wordings {

    /** So common that hardly a sentence lacks one. */
    private static final Set<String> COMMON = Set.of(
            "a",
            "an",
            "the",
            "to",
            "of",
            "in",
            "on",
            "for",
            "and",
            "or",
            "is",
            "are",
            "be",
            "it",
            "that",
            "this",
            "not",
            "no",
            "you",
            "your",
            "we",
            "our",
            "us",
            "with",
            "by",
            "at",
            "from",
            "as",
            "if",
            "when",
            "can",
            "will",
            "do",
            ",",
            ".",
            ":",
            Values.DURATION,
            Values.MONEY,
            "NEG",
            "PLAN",
            "CAN",
            "OFFER");

    private static final int COMMONNESS = 1_000;

    /**
     * One way to word a concept.
     *
     * @param concept its number
     * @param needs sets of which a sentence has one each wherever it fits, the rarest first
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read for every wording of every sentence
    record Wording(int concept, Step step, int[][] needs) {}

    private final Symbols symbols = new Symbols();
    private final List<Wording> all = new ArrayList<>();
    private final int[][] bySymbol;
    private final int[] anyway;

    Wordings(Map<String, List<Phrase>> phrases) {
        phrases.forEach((concept, ways) ->
                ways.stream().flatMap(way -> way.alternatives().stream()).forEach(way -> add(concept, way)));
        Map<Integer, List<Integer>> needing = new HashMap<>();
        List<Integer> needless = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            int wording = number;
            rarest(all.get(number))
                    .ifPresentOrElse(
                            need -> Arrays.stream(need)
                                    .forEach(symbol -> needing.computeIfAbsent(symbol, s -> new ArrayList<>())
                                            .add(wording)),
                            () -> needless.add(wording));
        }
        bySymbol = new int[symbols.count()][];
        Arrays.setAll(bySymbol, symbol -> array(needing.getOrDefault(symbol, List.of())));
        anyway = array(needless);
    }

    private void add(String concept, Phrase phrase) {
        int[][] needs = Step.needs(phrase.part(), symbols).stream()
                .map(need -> need.stream().toArray())
                .sorted(Comparator.comparingInt(this::commonness))
                .toArray(int[][]::new);
        all.add(new Wording(symbols.number(concept), Step.of(phrase.part(), symbols), needs));
    }

    /** The more ways there are to fulfil a need, the more sentences do. */
    private int commonness(int[] need) {
        boolean common = Arrays.stream(need).mapToObj(symbols::name).anyMatch(COMMON::contains);
        return common ? COMMONNESS + need.length : need.length;
    }

    private static Optional<int[]> rarest(Wording wording) {
        return Arrays.stream(wording.needs()).findFirst();
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
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

    /** Those that may fit where a symbol is, in their order. Not to be written to. */
    int[] needing(int symbol) {
        return bySymbol[symbol];
    }

    /** Those that may fit whatever there is. Not to be written to. */
    int[] anyway() {
        return anyway;
    }
}
