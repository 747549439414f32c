package org.evidencewatch.fact;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether one text may say what only the other one was found to state, in words that were not understood. One pair of texts. */
final class Doubts {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");
    private static final double ALIKE = 0.7;
    private static final int SHORTEST = 20;

    /**
     * A sentence that only one text has.
     *
     * @param edited sentences of the other text that have nearly the same words
     */
    private record New(FactSheet.Sentence sentence, Set<String> edited) {}

    private final Set<String> kept;
    private final List<New> unknown;

    /**
     * @param own the text that states the facts in doubt
     * @param other the one that may state them too
     */
    Doubts(FactSheet own, FactSheet other) {
        Set<String> said = texts(own);
        this.kept = texts(other);
        List<String> gone = own.sentences().stream()
                .map(FactSheet.Sentence::text)
                .filter(text -> !kept.contains(text))
                .toList();
        this.unknown = other.sentences().stream()
                .filter(sentence -> !said.contains(sentence.text()))
                .map(sentence -> new New(sentence, edited(sentence.text(), gone)))
                .toList();
    }

    private static Set<String> texts(FactSheet sheet) {
        var texts = new HashSet<String>();
        sheet.sentences().forEach(sentence -> texts.add(sentence.text()));
        return texts;
    }

    /** Those of some sentences of which a sentence may be a later edition: other numbers in the same words. */
    private static Set<String> edited(String text, List<String> some) {
        Set<String> words = words(text);
        var edited = new HashSet<String>();
        for (String candidate : some) {
            Set<String> theirs = words(candidate);
            long common = theirs.stream().filter(words::contains).count();
            if (2.0 * common >= ALIKE * (words.size() + theirs.size())) {
                edited.add(candidate);
            }
        }
        return edited;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(NO_WORD.split(text.toLowerCase(java.util.Locale.ROOT), -1)));
    }

    /** Whether the other text may state a fact of this one: its very sentence, its number, or its matter, stands there. */
    boolean about(Fact fact) {
        boolean repeated = fact.sentence().length() > SHORTEST && kept.contains(fact.sentence());
        return repeated
                || unknown.stream().filter(some -> mayState(some, fact)).anyMatch(some -> {
                    FactSheet.Sentence sentence = some.sentence();
                    return sentence.topics().contains(fact.role())
                            || sentence.values().stream().anyMatch(fact.value()::same)
                            || (fact.value() instanceof Value.Channels ways
                                    && !Collections.disjoint(sentence.ways(), ways.channels()));
                });
    }

    /** Whether the other text names these ways of a fact too, without saying what for; it does where there are none. */
    boolean about(Fact fact, Set<Channel> ways) {
        return ways.isEmpty()
                || unknown.stream()
                        .filter(some -> mayState(some, fact))
                        .anyMatch(some -> some.sentence().ways().containsAll(ways));
    }

    /** A later edition of another sentence does not say in other words what this one's sentence said. */
    private static boolean mayState(New some, Fact fact) {
        return some.edited().isEmpty() || some.edited().contains(fact.sentence());
    }
}
