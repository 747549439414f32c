package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;

/** Reads the notation of a {@link Phrase}. One use each. */
final class PhraseParser {

    private final String text;
    private int at;

    PhraseParser(String text) {
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
            if (!(row instanceof Part.Symbol symbol)) {
                return new Part.Either(List.copyOf(rows));
            }
            names.addAll(symbol.names());
        }
        boolean values = names.stream().anyMatch(Phrase.VALUES::contains);
        return values ? new Part.Either(List.copyOf(rows)) : new Part.Symbol(List.copyOf(names));
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
        return parts.size() == 1 ? parts.getFirst() : new Part.Row(List.copyOf(parts));
    }

    private Part part() {
        Part part = switch (peek()) {
            case '~' -> gap(false);
            case '_' -> gap(true);
            case '^' -> {
                at++;
                yield new Part.Start();
            }
            case '!' -> {
                at++;
                yield new Part.Not(part());
            }
            case '(' -> group();
            default -> new Part.Symbol(List.of(name()));
        };
        if (peek() == '?') {
            at++;
            return new Part.Maybe(part);
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

    private Part.Gap gap(boolean withinClause) {
        at++;
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        if (at == start) {
            throw wrong("a gap without a number");
        }
        return new Part.Gap(Integer.parseInt(text.substring(start, at)), withinClause);
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
