package org.evidencewatch.fact;

import java.util.List;
import java.util.Set;

/**
 * A pattern over the tokens of a sentence, as the rules are written in:
 *
 * <pre>
 *   word        that word                         cancel*      a word that begins so
 *   CONCEPT     a token with that mark            a b|c|D      one of several sequences
 *   (a b|c) d   the same within a longer one      x?           x or nothing
 *   ~n          up to n tokens, none of them ";"  _n           up to n tokens within the clause
 *   !x          the next token is not x           ^            the sentence begins here
 * </pre>
 *
 * <p>The value that a rule is about is the last {@code DUR}, {@code MONEY}, {@code PCT} or {@code RHYTHM} that it names.
 */
record Phrase(Part part) {

    static final Set<String> VALUES = Set.of(Values.DURATION, Values.MONEY, Values.SHARE, Values.RHYTHM);

    /** @throws IllegalArgumentException where the text is no pattern */
    static Phrase of(String text) {
        var parser = new PhraseParser(text);
        Part part = parser.either();
        parser.end();
        return new Phrase(part);
    }

    /** The pattern itself, or each of those that it joins by bars. */
    List<Phrase> alternatives() {
        if (part instanceof Part.Either either) {
            return either.parts().stream().map(Phrase::new).toList();
        }
        return part instanceof Part.Symbol symbol
                ? symbol.names().stream()
                        .map(name -> new Phrase(new Part.Symbol(List.of(name))))
                        .toList()
                : List.of(this);
    }
}
