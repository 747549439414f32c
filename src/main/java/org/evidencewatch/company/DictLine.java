package org.evidencewatch.company;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one flat dictionary as Python or JSON prints it: {@code {'title': 'What\'s new?', "url": "https://…"}}.
 * Values that are no strings (None, numbers) read as empty.
 */
final class DictLine {

    private final String text;
    private int at;

    private DictLine(String text) {
        this.text = text;
    }

    /** The entries in order; empty when the text is not one whole dictionary and nothing else. */
    static Optional<Map<String, String>> parse(String text) {
        return new DictLine(text.strip()).dictionary();
    }

    private Optional<Map<String, String>> dictionary() {
        var entries = new LinkedHashMap<String, String>();
        if (!take('{')) {
            return Optional.empty();
        }
        while (!take('}')) {
            var key = string();
            var value = key.isPresent() && take(':') ? value() : Optional.<String>empty();
            if (value.isEmpty() || (!take(',') && !peek('}'))) {
                return Optional.empty();
            }
            entries.put(key.orElseThrow(), value.get());
        }
        if (take(',')) {
            skipSpace();
        }
        return at == text.length() ? Optional.of(entries) : Optional.empty();
    }

    private Optional<String> value() {
        skipSpace();
        if (peek('\'') || peek('"')) {
            return string();
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at > start ? Optional.of("") : Optional.empty();
    }

    private Optional<String> string() {
        skipSpace();
        char quote = at < text.length() ? text.charAt(at) : 0;
        if (quote != '\'' && quote != '"') {
            return Optional.empty();
        }
        at++;
        var out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape(out);
            } else {
                out.append(c);
            }
        }
        return at++ < text.length() ? Optional.of(out.toString()) : Optional.empty();
    }

    private void escape(StringBuilder out) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n', 'r', 't' -> out.append(' ');
            case 'x' -> codePoint(out, 2);
            case 'u' -> codePoint(out, 4);
            case 'U' -> codePoint(out, 8);
            default -> out.append(c);
        }
    }

    private void codePoint(StringBuilder out, int digits) {
        String hex = text.substring(at, Math.min(text.length(), at + digits));
        if (hex.length() == digits && hex.matches("[0-9a-fA-F]+") && Character.isValidCodePoint(asInt(hex))) {
            out.appendCodePoint(asInt(hex));
            at += digits;
        }
    }

    private static int asInt(String hex) {
        long value = Long.parseLong(hex, 16);
        return value > Character.MAX_CODE_POINT ? -1 : (int) value;
    }

    private boolean take(char c) {
        skipSpace();
        if (peek(c)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean peek(char c) {
        skipSpace();
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
