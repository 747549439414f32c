package org.evidencewatch.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.extract.TextNormaliser;

/**
 * Which sentence of a page is nearest to one of a claim by its words. A claim is a summary: it shares words with what it
 * sums up, and hardly their order, so that an alignment of the words ({@link Likeness}) tells nothing. Words are weighed by how
 * rare they are on the page (tf-idf), and cut to five letters for a stem ("deleted", "deletion"). Pure.
 */
final class NearestSentence {

    /**
     * On the demonstration's records three in five sentences of claims are this near to one of a page that they name, and of
     * other companies' pages, which speak of the same matters, one in thirty-six has one. At 0.45 it is half, and one in
     * sixty-six; the sentences between are mostly those that a person would pick.
     */
    static final double NEAR = 0.4;

    /** Two words in common are a coincidence. */
    private static final int FEWEST_SHARED = 3;

    private static final int STEM = 5;
    private static final Set<String> IDLE = Set.of(
            "the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is", "are",
            "be", "been", "was", "were", "it", "its", "this", "that", "these", "those", "there", "you", "your", "we",
            "our", "us", "they", "their", "them", "can", "may", "will", "has", "have", "had", "do", "does", "if",
            "when", "then", "than", "so", "after", "before", "any", "all", "each", "which", "who", "up", "out", "into",
            "through", "also", "only", "one");

    private final List<String> sentences;
    private final List<Set<String>> words;
    private final Map<String, Double> weights = new HashMap<>();

    /** A page's sentences. */
    NearestSentence(List<String> sentences) {
        this.sentences = sentences;
        this.words = sentences.stream().map(NearestSentence::stems).toList();
        var counts = new HashMap<String, Integer>();
        words.forEach(own -> own.forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.forEach((word, count) -> weights.put(word, weight(count)));
    }

    /**
     * A sentence of the page.
     *
     * @param likeness cosine of the weighed words, 0 to 1
     */
    record Near(String sentence, double likeness) {}

    /** The nearest sentence to these words, if one is near enough; the first of several. */
    Optional<Near> to(String claimed) {
        Set<String> sought = stems(claimed);
        Optional<Near> best = Optional.empty();
        for (int i = 0; i < sentences.size(); i++) {
            double likeness = likeness(sought, words.get(i));
            if (likeness >= NEAR
                    && best.filter(near -> near.likeness() >= likeness).isEmpty()) {
                best = Optional.of(new Near(sentences.get(i), likeness));
            }
        }
        return best;
    }

    private double likeness(Set<String> sought, Set<String> own) {
        var shared = new HashSet<>(sought);
        shared.retainAll(own);
        return shared.size() < FEWEST_SHARED ? 0 : square(shared) / Math.sqrt(square(sought) * square(own));
    }

    private double square(Collection<String> some) {
        return some.stream()
                .mapToDouble(word -> weights.getOrDefault(word, weight(1)))
                .map(weight -> weight * weight)
                .sum();
    }

    private double weight(int count) {
        return Math.log(1 + sentences.size() / (double) count);
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        for (String word : Words.of(TextNormaliser.normalise(text)).keys()) {
            if (!IDLE.contains(word)) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }
}
