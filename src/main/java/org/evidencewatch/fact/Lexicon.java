package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The concepts of a language: which words and phrases mean the same to the rules. */
final class Lexicon {

    private static final String NOT_NEGATIVE = "NONEG";
    private static final String NEGATIVE = "NEG";
    private static final String NO_WAY = "CH_NOT";
    private static final int SHORTEST_PREFIX = 3;
    private static final int MOST_WORDS = 20_000;
    private static final int LONGEST_WORD = 40;

    /**
     * One way to word a concept.
     *
     * @param number its place: later ones may build on earlier ones
     */
    private record Wording(int number, String concept, Phrase phrase) {}

    private final List<Wording> wordings = new ArrayList<>();
    private final Map<String, List<Wording>> byStart = new HashMap<>();
    private final List<Wording> anywhere = new ArrayList<>();
    private final List<Wording> opening = new ArrayList<>();
    private final Map<String, List<Wording>> byWord = new ConcurrentHashMap<>();

    /** Concepts in the order in which they may build on each other. */
    Lexicon(Map<String, List<Phrase>> phrases) {
        phrases.forEach((concept, ways) -> ways.stream()
                .flatMap(way -> way.alternatives().stream())
                .forEach(way -> add(new Wording(wordings.size(), concept, way))));
    }

    private void add(Wording wording) {
        wordings.add(wording);
        Optional<Set<String>> starts = wording.phrase().starts();
        if (wording.phrase().opens()) {
            opening.add(wording);
        } else if (starts.isEmpty()) {
            anywhere.add(wording);
        } else {
            starts.get()
                    .forEach(start -> byStart.computeIfAbsent(start, s -> new ArrayList<>())
                            .add(wording));
        }
    }

    /** The tokens of a sentence with the concepts that begin at each, or that stand on a value. */
    List<Token> tokens(String sentence) {
        return new Marking(Values.joined(Lexer.tokens(sentence))).marked();
    }

    /** The wordings that may begin with a word, itself or by a prefix of it. */
    private List<Wording> beginningWith(String word) {
        List<Wording> known = byWord.get(word);
        if (known != null) {
            return known;
        }
        var found = new ArrayList<>(byStart.getOrDefault(word, List.of()));
        for (int length = SHORTEST_PREFIX; length <= word.length(); length++) {
            found.addAll(byStart.getOrDefault(word.substring(0, length) + "*", List.of()));
        }
        if (byWord.size() < MOST_WORDS && word.length() < LONGEST_WORD) {
            byWord.put(word, List.copyOf(found));
        }
        return found;
    }

    static Set<String> symbols(Token token) {
        var symbols = new HashSet<>(token.marks());
        symbols.add(token.word());
        return symbols;
    }

    /** The marking of one sentence: wordings wait at the places where they may begin, and are tried in their order. */
    private final class Marking {

        private final List<Token> tokens;
        /** The places where each wording may begin; null where it may begin nowhere. */
        private final @Nullable BitSet[] waiting = new BitSet[wordings.size()];

        private final BitSet pending = new BitSet(wordings.size());

        Marking(List<Token> tokens) {
            this.tokens = new ArrayList<>(tokens);
        }

        List<Token> marked() {
            for (int at = 0; at < tokens.size(); at++) {
                Token token = tokens.get(at);
                await(beginningWith(token.word()), at);
                for (String mark : token.marks()) {
                    await(byStart.getOrDefault(mark, List.of()), at);
                }
                await(anywhere, at);
            }
            await(opening, 0);
            for (int number = pending.nextSetBit(0); number >= 0; number = pending.nextSetBit(number + 1)) {
                Wording wording = wordings.get(number);
                BitSet places = Objects.requireNonNull(waiting[number]);
                for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
                    wording.phrase().at(tokens, at).ifPresent(match -> apply(wording, match));
                }
            }
            return tokens;
        }

        private void await(List<Wording> some, int at) {
            for (Wording wording : some) {
                await(wording.number(), at);
            }
        }

        private void await(int wording, int at) {
            BitSet places = waiting[wording];
            if (places == null) {
                places = new BitSet(tokens.size());
                waiting[wording] = places;
                pending.set(wording);
            }
            places.set(at);
        }

        private void apply(Wording wording, Phrase.Match match) {
            if (wording.concept().equals(NOT_NEGATIVE)) {
                everywhere(match, marks -> marks.remove(NEGATIVE));
                return;
            }
            if (wording.concept().equals(NO_WAY)) {
                everywhere(match, marks -> marks.add(NO_WAY));
                return;
            }
            int at = match.value() < 0 ? match.start() : match.value();
            var marks = new HashSet<>(tokens.get(at).marks());
            if (marks.add(wording.concept())) {
                tokens.set(at, tokens.get(at).marked(marks));
                awaitLater(wording, at);
            }
        }

        private void everywhere(Phrase.Match match, Consumer<Set<String>> change) {
            for (int i = match.start(); i < match.end(); i++) {
                var marks = new HashSet<>(tokens.get(i).marks());
                change.accept(marks);
                tokens.set(i, tokens.get(i).marked(marks));
            }
        }

        /** A concept may begin wordings of later concepts. */
        private void awaitLater(Wording wording, int at) {
            for (Wording later : byStart.getOrDefault(wording.concept(), List.of())) {
                if (later.number() > wording.number()) {
                    await(later.number(), at);
                }
            }
        }
    }
}
