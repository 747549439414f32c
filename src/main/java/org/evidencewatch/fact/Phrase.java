package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final Set<String> VALUES = Set.of(Values.DURATION, Values.MONEY, Values.SHARE, Values.RHYTHM);
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ":", "(", ")", "\u2014", "but", "because", "while");

    /** What must be there, of whatever kind of part. */
    private sealed interface Part {}

    /**
     * One of several words and marks.
     *
     * @param names all of them, prefixes with their asterisk
     * @param set those that are no prefixes
     * @param prefixes without the asterisk
     */
    private record Symbol(List<String> names, Set<String> set, List<String> prefixes) implements Part {

        static Symbol of(List<String> names) {
            return new Symbol(
                    List.copyOf(names),
                    names.stream().filter(name -> !isPrefix(name)).collect(Collectors.toSet()),
                    names.stream()
                            .filter(Symbol::isPrefix)
                            .map(name -> name.substring(0, name.length() - 1))
                            .toList());
        }

        private static boolean isPrefix(String name) {
            return name.length() > 1 && name.endsWith("*");
        }
    }

    private record Gap(int most, boolean withinClause) implements Part {}

    private record Not(Part part) implements Part {}

    private record Maybe(Part part) implements Part {}

    private record Either(List<Part> parts) implements Part {}

    private record Row(List<Part> parts) implements Part {}

    private record Start() implements Part {}

    private final Part part;
    private final Set<String> needed;
    private final Optional<Set<String>> starts;

    private Phrase(Part part) {
        this.part = part;
        this.needed = needed(part);
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
        var parser = new Parser(text);
        Part part = parser.either();
        parser.end();
        return new Phrase(part);
    }

    /** The pattern itself, or each of those that it joins by bars. */
    List<Phrase> alternatives() {
        if (part instanceof Either either) {
            return either.parts().stream().map(Phrase::new).toList();
        }
        return part instanceof Symbol symbol
                ? symbol.names().stream()
                        .map(name -> new Phrase(Symbol.of(List.of(name))))
                        .toList()
                : List.of(this);
    }

    /** Symbols without which it fits nowhere, as far as that is easily told. */
    Set<String> needed() {
        return needed;
    }

    /** Symbols of which one begins it, prefixes with their asterisk; empty where it may begin with anything. */
    Optional<Set<String>> starts() {
        return starts;
    }

    /** Whether it fits at the beginning of a sentence only. */
    boolean opens() {
        return part instanceof Start || (part instanceof Row row && row.parts().getFirst() instanceof Start);
    }

    /** Every place where it begins, each with its first way to fit. */
    List<Match> in(List<Token> tokens) {
        var matches = new ArrayList<Match>();
        for (int start = 0; start < tokens.size(); start++) {
            at(tokens, start).ifPresent(matches::add);
        }
        return matches;
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
            case Symbol symbol ->
                at < tokens.size()
                        && is(symbol, tokens.get(at))
                        && rest.fits(at + 1, VALUES.contains(symbol.names().getFirst()) ? at : value);
            case Gap gap -> skips(gap, tokens, at, value, rest);
            case Not not -> !fits(not.part(), tokens, at, value, (end, v) -> true) && rest.fits(at, value);
            case Maybe maybe -> fits(maybe.part(), tokens, at, value, rest) || rest.fits(at, value);
            case Either either -> either.parts().stream().anyMatch(p -> fits(p, tokens, at, value, rest));
            case Row row -> fits(row.parts(), 0, tokens, at, value, rest);
            case Start start -> at == 0 && rest.fits(at, value);
        };
    }

    private static boolean fits(List<Part> row, int index, List<Token> tokens, int at, int value, Rest rest) {
        if (index == row.size()) {
            return rest.fits(at, value);
        }
        return fits(row.get(index), tokens, at, value, (end, v) -> fits(row, index + 1, tokens, end, v, rest));
    }

    private static boolean skips(Gap gap, List<Token> tokens, int at, int value, Rest rest) {
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

    private static boolean is(Symbol symbol, Token token) {
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

    private static Set<String> needed(Part part) {
        return switch (part) {
            case Symbol symbol ->
                symbol.names().size() == 1 && symbol.prefixes().isEmpty()
                        ? Set.of(symbol.names().getFirst())
                        : Set.of();
            case Row row -> {
                var all = new HashSet<String>();
                row.parts().forEach(p -> all.addAll(needed(p)));
                yield Set.copyOf(all);
            }
            case Either either -> {
                var common = new HashSet<>(needed(either.parts().getFirst()));
                either.parts().forEach(p -> common.retainAll(needed(p)));
                yield Set.copyOf(common);
            }
            case Gap gap -> Set.of();
            case Not not -> Set.of();
            case Maybe maybe -> Set.of();
            case Start start -> Set.of();
        };
    }

    private static Optional<Set<String>> starts(Part part) {
        return switch (part) {
            case Symbol symbol -> Optional.of(Set.copyOf(symbol.names()));
            case Row row -> {
                var all = new HashSet<String>();
                for (Part p : row.parts()) {
                    boolean optional = p instanceof Maybe || p instanceof Start;
                    Optional<Set<String>> own = starts(p instanceof Maybe maybe ? maybe.part() : p);
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
            case Either either -> {
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
            case Maybe maybe -> Optional.empty();
            case Gap gap -> Optional.empty();
            case Not not -> Optional.empty();
            case Start start -> Optional.empty();
        };
    }

    /** Reads the notation. */
    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Part either() {
            var rows = new ArrayList<Part>();
            rows.add(row());
            while (peek() == '|') {
                at++;
                rows.add(row());
            }
            return rows.size() == 1 ? rows.getFirst() : joined(rows);
        }

        /** Alternatives that are single symbols are one symbol. */
        private static Part joined(List<Part> rows) {
            var names = new ArrayList<String>();
            for (Part row : rows) {
                if (!(row instanceof Symbol symbol)) {
                    return new Either(List.copyOf(rows));
                }
                names.addAll(symbol.names());
            }
            boolean values = names.stream().anyMatch(VALUES::contains);
            return values ? new Either(List.copyOf(rows)) : Symbol.of(names);
        }

        private Part row() {
            var parts = new ArrayList<Part>();
            skipSpace();
            while (peek() != 0 && peek() != '|' && peek() != ')') {
                parts.add(part());
                skipSpace();
            }
            if (parts.isEmpty()) {
                throw wrong("a pattern is empty");
            }
            return parts.size() == 1 ? parts.getFirst() : new Row(List.copyOf(parts));
        }

        private Part part() {
            Part part = switch (peek()) {
                case '~' -> gap(false);
                case '_' -> gap(true);
                case '^' -> {
                    at++;
                    yield new Start();
                }
                case '!' -> {
                    at++;
                    yield new Not(part());
                }
                case '(' -> group();
                default -> Symbol.of(List.of(name()));
            };
            if (peek() == '?') {
                at++;
                return new Maybe(part);
            }
            return part;
        }

        private Part group() {
            at++;
            Part inner = either();
            if (peek() != ')') {
                throw wrong("a parenthesis is not closed");
            }
            at++;
            return inner;
        }

        private Gap gap(boolean withinClause) {
            at++;
            int start = at;
            while (Character.isDigit(peek())) {
                at++;
            }
            if (at == start) {
                throw wrong("a gap without a number");
            }
            return new Gap(Integer.parseInt(text.substring(start, at)), withinClause);
        }

        private String name() {
            int start = at;
            while (ordinary(peek())) {
                at++;
            }
            if (at == start) {
                throw wrong("a word is missing");
            }
            return text.substring(start, at);
        }

        private static boolean ordinary(char c) {
            return c != 0 && " ()|?!^~".indexOf(c) < 0;
        }

        void end() {
            if (at < text.length()) {
                throw wrong("something stands behind the end");
            }
        }

        private void skipSpace() {
            while (peek() == ' ') {
                at++;
            }
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(what + " in '" + text + "' at " + (at + 1));
        }
    }
}
