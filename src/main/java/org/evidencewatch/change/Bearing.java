package org.evidencewatch.change;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a passage can mean what a quote meant: the same numbers, negations and names, however else it is worded. */
final class Bearing {

    private Bearing() {}

    static boolean same(Sought sought, SearchedText text, Likeness part) {
        return counts(sought.words(), 0, sought.words().size()).equals(counts(text.words(), part.from(), part.to()))
                && names(sought).equals(names(text, part));
    }

    private static Map<String, Integer> counts(Words words, int from, int to) {
        var counts = new HashMap<String, Integer>();
        for (String word : words.keys().subList(from, to)) {
            if (Vocabulary.number(word) || sign(word)) {
                counts.merge(word, 1, Integer::sum);
            } else if (Vocabulary.negation(word)) {
                counts.merge("not", 1, Integer::sum);
            }
        }
        return counts;
    }

    /** A currency, a per cent sign and the like. */
    private static boolean sign(String word) {
        return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
    }

    /** Words with a capital letter that no sentence begins with. The quote's first word may be a name or not. */
    private static Set<String> names(Sought sought) {
        Words words = sought.words();
        String quoted = sought.normal().text();
        return names(
                words,
                0,
                words.size(),
                i -> i == 0 || Sentences.parts(quoted.substring(words.ends()[i - 1], words.starts()[i])));
    }

    private static Set<String> names(SearchedText text, Likeness part) {
        return names(text.words(), part.from(), part.to(), i -> i == part.from() || Sentences.parts(text.gapBefore(i)));
    }

    private static Set<String> names(Words words, int from, int to, IntPredicate begins) {
        return IntStream.range(from, to)
                .filter(i -> Character.isUpperCase(words.text().codePointAt(words.starts()[i])) && !begins.test(i))
                .mapToObj(i -> words.keys().get(i))
                .collect(Collectors.toSet());
    }
}
