package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a sentence with a verb of its own, as well as punctuation shows it.
 *
 * @param tokens in their order
 * @param symbols their words and concepts
 */
record Clause(List<Token> tokens, Set<String> symbols) {

    private static final Set<String> SIGNS = Set.of(",", ";", ":", "(", ")", "\u2014", "-", "\"", "\u201c", "\u201d");
    private static final Set<String> JOINTS =
            Set.of("but", "because", "while", "although", "though", "whereas", "so", "yet");
    private static final Set<String> SUBJECTS = Set.of(
            "you", "we", "it", "they", "i", "the", "your", "our", "there", "no", "this", "that", "any", "all", "a",
            "an", "each", "every");
    private static final Set<String> VERBS = Set.of(
            "can", "could", "is", "are", "was", "were", "will", "would", "may", "might", "must", "shall", "should",
            "has", "have", "had", "does", "do", "did");
    private static final int SHORT = 3;

    static Clause of(List<Token> tokens) {
        var symbols = new HashSet<String>();
        for (Token token : tokens) {
            symbols.add(token.word());
            symbols.addAll(token.marks());
        }
        return new Clause(List.copyOf(tokens), symbols);
    }

    boolean has(List<String> names) {
        for (String name : names) {
            if (symbols.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is an auxiliary, with which a clause of its own begins or goes on. */
    static boolean isVerb(String word) {
        return VERBS.contains(word);
    }

    int negations() {
        int count = 0;
        boolean neither = false;
        for (Token token : tokens) {
            boolean counts = token.is("NEG") && !(neither && token.word().equals("nor"));
            count += counts ? 1 : 0;
            neither |= token.word().equals("neither");
        }
        return count;
    }

    /** The clauses of a sentence; a label before a colon belongs to what follows it. */
    static List<Clause> split(List<Token> sentence) {
        var parts = new ArrayList<List<Token>>();
        var part = new ArrayList<Token>();
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            boolean sign = SIGNS.contains(token.word()) && !labels(token, parts, part);
            if ((sign || joins(sentence, i)) && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
            }
            if (!sign) {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return merged(parts).stream().map(Clause::of).toList();
    }

    private static boolean labels(Token token, List<List<Token>> parts, List<Token> part) {
        return token.word().equals(":")
                && parts.isEmpty()
                && part.size() <= 2 * SHORT
                && part.stream().noneMatch(word -> word.is("NEG") || isVerb(word.word()));
    }

    private static boolean joins(List<Token> sentence, int at) {
        String word = sentence.get(at).word();
        if (JOINTS.contains(word)) {
            return true;
        }
        boolean and = word.equals("and") || word.equals("or") || word.equals("then");
        return and
                && at + 1 < sentence.size()
                && (SUBJECTS.contains(sentence.get(at + 1).word())
                        || isVerb(sentence.get(at + 1).word()));
    }

    /** What goes on with a verb, or is but a word or two, belongs to the part before it. */
    private static List<List<Token>> merged(List<List<Token>> parts) {
        var merged = new ArrayList<List<Token>>();
        for (List<Token> part : parts) {
            boolean verb = isVerb(part.getFirst().word());
            boolean brief = part.size() <= SHORT
                    && (part.getFirst().word().equals("but") || part.stream().noneMatch(token -> token.is("NEG")));
            if (!merged.isEmpty() && (verb || brief)) {
                int into = verb ? 0 : merged.size() - 1;
                var longer = new ArrayList<>(merged.get(into));
                longer.addAll(part);
                merged.set(into, longer);
            } else {
                merged.add(part);
            }
        }
        return merged;
    }
}
