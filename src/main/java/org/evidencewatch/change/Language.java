package org.evidencewatch.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a text by its commonest words; only to tell that a page answers in another one. Such a text cannot be
 * compared word by word, nor is it lost: often the server chose by the visitor's country.
 */
final class Language {

    private static final int ENOUGH = 25;
    private static final double MARKED = 0.08;
    private static final double CLEAR = 2;
    /** In a text of fewer words, more must speak for one language, and against all others. */
    private static final int SHORT = 80;

    private static final int LEAST = 4;
    private static final double CLEAR_IN_SHORT = 3;
    private static final int SEVERITY = 50;

    private static final Map<String, Set<String>> COMMONEST = Map.of(
            "English", Set.of("the", "of", "and", "to", "you", "your", "or", "is", "that", "with", "this", "are"),
            "German", Set.of("der", "die", "und", "das", "den", "von", "zu", "mit", "ist", "sie", "nicht", "für"),
            "French", Set.of("le", "les", "et", "des", "vous", "du", "pour", "une", "est", "nous", "dans", "au"),
            "Spanish", Set.of("el", "los", "las", "y", "del", "para", "por", "su", "se", "usted", "sus", "al"),
            "Portuguese", Set.of("os", "em", "uma", "você", "não", "dos", "com", "da", "do", "ou", "seus", "das"),
            "Dutch", Set.of("het", "een", "van", "voor", "dat", "niet", "wij", "zijn", "uw", "met", "deze", "worden"),
            "Italian", Set.of("il", "di", "che", "per", "della", "dei", "sono", "gli", "nel", "non", "delle", "si"));

    private Language() {}

    /** A reason where both texts have a clear language, and not the same. */
    static Optional<Reason> switched(List<Passage> before, List<Passage> after) {
        Optional<String> old = of(before);
        Optional<String> now = of(after);
        return old.isPresent() && now.isPresent() && !old.equals(now)
                ? Optional.of(new Reason("language-changed", old, now, SEVERITY))
                : Optional.empty();
    }

    private static Optional<String> of(List<Passage> passages) {
        Map<String, Integer> counts = new HashMap<>();
        int all = 0;
        for (Passage passage : passages) {
            all += passage.size();
            for (String word : passage.words().keys()) {
                COMMONEST.forEach(
                        (language, words) -> counts.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
            }
        }
        return all < ENOUGH ? Optional.empty() : clear(counts, all);
    }

    private static Optional<String> clear(Map<String, Integer> counts, int all) {
        var ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        int first = ranked.get(0).getValue();
        int second = ranked.get(1).getValue();
        double clear = all < SHORT ? CLEAR_IN_SHORT : CLEAR;
        return first >= Math.max(MARKED * all, LEAST) && first >= clear * second
                ? Optional.of(ranked.get(0).getKey())
                : Optional.empty();
    }
}
