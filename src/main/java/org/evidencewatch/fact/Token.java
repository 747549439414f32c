package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One word, sign or value of a sentence.
 *
 * @param word in lower case; of a value the whole of it
 * @param start offset of its first character
 * @param end offset after its last
 * @param marks concepts that begin here, such as {@code REFUND}; a value has that of its kind
 * @param value what it states as a number
 */
record Token(String word, int start, int end, Set<String> marks, Optional<Value> value) {

    static Token of(String word, int start, int end) {
        return new Token(word, start, end, Set.of(), Optional.empty());
    }

    boolean is(String symbol) {
        return word.equals(symbol) || marks.contains(symbol);
    }

    boolean isAny(List<String> symbols) {
        for (String symbol : symbols) {
            if (is(symbol)) {
                return true;
            }
        }
        return false;
    }

    Token marked(Set<String> more) {
        return new Token(word, start, end, more, value);
    }
}
