package org.evidencewatch.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands at each place of a sentence while its concepts are marked. One use each. */
final class Places {

    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ":", "(", ")", "\u2014", "but", "because", "while");
    private static final int[] NONE = {};

    private final Symbols symbols;
    private final List<Token> tokens;
    private final int[][] words;
    private final int[][] marks;
    private final long[] sketches;
    private final boolean[] present;
    private int end;
    private int value;

    Places(List<Token> tokens, Symbols symbols) {
        this.symbols = symbols;
        this.tokens = tokens;
        this.words = new int[tokens.size()][];
        this.marks = new int[tokens.size()][];
        this.sketches = new long[tokens.size()];
        this.present = new boolean[symbols.count()];
        for (int at = 0; at < words.length; at++) {
            words[at] = symbols.of(tokens.get(at).word());
            marks[at] = NONE;
            for (int number : words[at]) {
                present[number] = true;
                sketches[at] |= sketch(number);
            }
        }
    }

    /** One bit of 64 for a symbol: what two sets have in common shows in their sketches. */
    static long sketch(int symbol) {
        return 1L << symbol;
    }

    int size() {
        return words.length;
    }

    /** What the word there is. */
    int[] words(int at) {
        return words[at];
    }

    /**
     * Whether one of some names stands there.
     *
     * @param sketch of the names, see {@link #sketch}; tells most places where none does
     */
    boolean has(int at, BitSet names, long sketch) {
        if ((sketches[at] & sketch) == 0) {
            return false;
        }
        for (int number : words[at]) {
            if (names.get(number)) {
                return true;
            }
        }
        for (int number : marks[at]) {
            if (names.get(number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence has one of each. */
    boolean hasAll(int[][] needs) {
        for (int[] need : needs) {
            if (!hasOne(need)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOne(int[] need) {
        for (int number : need) {
            if (present[number]) {
                return true;
            }
        }
        return false;
    }

    /** Whether no gap goes on over that place. */
    boolean stops(int at, boolean withinClause) {
        String word = tokens.get(at).word();
        return word.equals(";") || (withinClause && CLAUSE_ENDS.contains(word));
    }

    /** Marks a place, and tells whether the mark was not there yet. */
    boolean mark(int at, int concept) {
        int[] own = marks[at];
        for (int number : own) {
            if (number == concept) {
                return false;
            }
        }
        marks[at] = Arrays.copyOf(own, own.length + 1);
        marks[at][own.length] = concept;
        present[concept] = true;
        sketches[at] |= sketch(concept);
        return true;
    }

    void unmark(int at, int concept) {
        marks[at] = Arrays.stream(marks[at]).filter(number -> number != concept).toArray();
    }

    void reached(int place, int valuePlace) {
        end = place;
        value = valuePlace;
    }

    /** Where the phrase that fitted last ends. */
    int end() {
        return end;
    }

    /** Where the value of the phrase that fitted last is; -1 where it names none. */
    int value() {
        return value;
    }

    /** The tokens with their marks. */
    List<Token> marked() {
        var marked = new Token[words.length];
        for (int at = 0; at < marked.length; at++) {
            Token token = tokens.get(at);
            marked[at] = marks[at].length == 0 ? token : token.marked(names(token, marks[at]));
        }
        return List.of(marked);
    }

    private Set<String> names(Token token, int[] numbers) {
        var names = new HashSet<>(token.marks());
        for (int number : numbers) {
            names.add(symbols.name(number));
        }
        return names;
    }
}
