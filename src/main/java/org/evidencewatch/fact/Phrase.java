package org.evidencewatch.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
final class Phrase {

    static final Set<String> VALUES = Set.of(Values.DURATION, Values.MONEY, Values.SHARE, Values.RHYTHM);
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ":", "(", ")", "\u2014", "but", "because", "while");

    private final Part part;
    private final Optional<Set<String>> starts;

    private Phrase(Part part) {
        this.part = part;
        this.starts = starts(part);
    }

    /**
     * A place where a pattern fits.
     *
     * @param start first token
     * @param end token after the last
     * @param value token of the value; -1 where the pattern names none
     */
    record Match(int start, int end, int value) {}

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
                        .map(name -> new Phrase(Part.Symbol.of(List.of(name))))
                        .toList()
                : List.of(this);
    }

    /** Symbols of which one begins it, prefixes with their asterisk; empty where it may begin with anything. */
    Optional<Set<String>> starts() {
        return starts;
    }

    /** Whether it fits at the beginning of a sentence only. */
    boolean opens() {
        return part instanceof Part.Start
                || (part instanceof Part.Row row && row.parts().getFirst() instanceof Part.Start);
    }

    Optional<Match> at(List<Token> tokens, int start) {
        var found = new int[] {-1, -1};
        boolean fits = fits(part, tokens, start, -1, (end, value) -> {
            found[0] = end;
            found[1] = value;
            return true;
        });
        return fits && found[0] > start ? Optional.of(new Match(start, found[0], found[1])) : Optional.empty();
    }

    private interface Rest {
        boolean fits(int at, int value);
    }

    private static boolean fits(Part part, List<Token> tokens, int at, int value, Rest rest) {
        return switch (part) {
            case Part.Symbol symbol ->
                at < tokens.size()
                        && is(symbol, tokens.get(at))
                        && rest.fits(at + 1, VALUES.contains(symbol.names().getFirst()) ? at : value);
            case Part.Gap gap -> skips(gap, tokens, at, value, rest);
            case Part.Not not -> !fits(not.part(), tokens, at, value, (end, v) -> true) && rest.fits(at, value);
            case Part.Maybe maybe -> fits(maybe.part(), tokens, at, value, rest) || rest.fits(at, value);
            case Part.Either either -> either.parts().stream().anyMatch(p -> fits(p, tokens, at, value, rest));
            case Part.Row row -> fits(row.parts(), 0, tokens, at, value, rest);
            case Part.Start start -> at == 0 && rest.fits(at, value);
        };
    }

    private static boolean fits(List<Part> row, int index, List<Token> tokens, int at, int value, Rest rest) {
        if (index == row.size()) {
            return rest.fits(at, value);
        }
        return fits(row.get(index), tokens, at, value, (end, v) -> fits(row, index + 1, tokens, end, v, rest));
    }

    private static boolean skips(Part.Gap gap, List<Token> tokens, int at, int value, Rest rest) {
        for (int skipped = 0; skipped <= gap.most(); skipped++) {
            if (rest.fits(at + skipped, value)) {
                return true;
            }
            if (at + skipped >= tokens.size()) {
                return false;
            }
            String word = tokens.get(at + skipped).word();
            if (word.equals(";") || (gap.withinClause() && CLAUSE_ENDS.contains(word))) {
                return false;
            }
        }
        return false;
    }

    private static boolean is(Part.Symbol symbol, Token token) {
        if (symbol.set().contains(token.word())) {
            return true;
        }
        for (String mark : token.marks()) {
            if (symbol.set().contains(mark)) {
                return true;
            }
        }
        for (String prefix : symbol.prefixes()) {
            if (token.word().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Set<String>> starts(Part part) {
        return switch (part) {
            case Part.Symbol symbol -> Optional.of(Set.copyOf(symbol.names()));
            case Part.Row row -> {
                var all = new HashSet<String>();
                for (Part p : row.parts()) {
                    boolean optional = p instanceof Part.Maybe || p instanceof Part.Start;
                    Optional<Set<String>> own = starts(p instanceof Part.Maybe maybe ? maybe.part() : p);
                    if (own.isEmpty() && !optional) {
                        yield Optional.empty();
                    }
                    own.ifPresent(all::addAll);
                    if (!optional) {
                        yield Optional.of(Set.copyOf(all));
                    }
                }
                yield Optional.empty();
            }
            case Part.Either either -> {
                var all = new HashSet<String>();
                for (Part p : either.parts()) {
                    Optional<Set<String>> own = starts(p);
                    if (own.isEmpty()) {
                        yield Optional.empty();
                    }
                    all.addAll(own.get());
                }
                yield Optional.of(Set.copyOf(all));
            }
            case Part.Maybe maybe -> Optional.empty();
            case Part.Gap gap -> Optional.empty();
            case Part.Not not -> Optional.empty();
            case Part.Start start -> Optional.empty();
        };
    }
}
