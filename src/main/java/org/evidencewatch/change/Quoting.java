package org.evidencewatch.change;

import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.company.Quote;

/** Makes a quote of a part of a text, with as much around it as tells it from other places of the same words. Pure. */
final class Quoting {

    /** Around any quote, so that it is still told apart when its words come to stand elsewhere too. */
    private static final int LEAST = 32;

    private static final int MOST = 1_024;

    /** What no quote may hold; pages do. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

    private Quoting() {}

    /** The part from one offset up to another, with whole words around it; empty where it holds what is no text. */
    static Optional<Quote> of(String text, int start, int end) {
        int around = LEAST;
        while (around < MOST && !unique(text, from(text, start, around), to(text, end, around))) {
            around *= 2;
        }
        String prefix = text.substring(from(text, start, around), start);
        String exact = text.substring(start, end);
        String suffix = text.substring(end, to(text, end, around));
        return NO_TEXT.matcher(prefix + exact + suffix).find()
                ? Optional.empty()
                : Optional.of(new Quote(exact, line(prefix), line(suffix)));
    }

    private static boolean unique(String text, int from, int to) {
        String part = text.substring(from, to);
        return text.indexOf(part) == text.lastIndexOf(part);
    }

    private static int from(String text, int start, int around) {
        int from = Math.max(0, start - around);
        while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return from;
    }

    private static int to(String text, int end, int around) {
        int to = Math.min(text.length(), end + around);
        while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return to;
    }

    /** Blocks are lines; the words around a quote are one. */
    private static String line(String text) {
        return text.replace('\n', ' ');
    }
}
