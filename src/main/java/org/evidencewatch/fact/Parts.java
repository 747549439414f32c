package org.evidencewatch.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shares in words: "half of the price", "a quarter of it", "three quarters". */
final class Parts {

    private static final Map<String, Integer> PERCENT = Map.of(
            "half",
            50,
            "quarter",
            25,
            "third",
            33,
            "fifth",
            20,
            "tenth",
            10,
            "quarters",
            25,
            "thirds",
            33,
            "fifths",
            20);

    private static final Set<String> AFTER =
            Set.of("of", "the", "your", "what", "its", "is", "back", "price", "that", "comes", "goes");

    private static final Set<String> RANKS = Set.of("first", "second", "last", "other");
    private static final int WHOLE = 100;

    private Parts() {}

    static Optional<Numbers.Found> of(Words words, int at) {
        if (ofYear(words, at + 1) || ofYear(words, at + 2)) {
            return Optional.empty();
        }
        boolean article = Set.of("a", "one").contains(words.at(at));
        return article ? single(words, at, at + 1) : several(words, at).or(() -> single(words, at, at));
    }

    /** "A quarter of a year" is a length of time. */
    private static boolean ofYear(Words words, int of) {
        return words.at(of).equals("of") && words.at(of + 2).equals("year");
    }

    /** "Three quarters". */
    private static Optional<Numbers.Found> several(Words words, int at) {
        return Numbers.whole(words.tokens(), at)
                .filter(number -> words.at(at + number.words()).endsWith("s"))
                .flatMap(number -> percent(words.at(at + number.words()))
                        .map(percent ->
                                new Numbers.Found(Math.min(WHOLE, number.number() * percent), number.words() + 1)));
    }

    /** "Half of it", "a quarter of it"; not "the first half". */
    private static Optional<Numbers.Found> single(Words words, int at, int part) {
        boolean ranked = RANKS.contains(words.at(at - 1));
        boolean counted = part > at || words.at(at).equals("half");
        return counted && !ranked && AFTER.contains(words.at(part + 1))
                ? percent(words.at(part)).map(percent -> new Numbers.Found(percent, part + 1 - at))
                : Optional.empty();
    }

    private static Optional<Integer> percent(String word) {
        return Optional.ofNullable(PERCENT.get(word));
    }
}
