package org.evidencewatch.extract;

import java.text.Normalizer;

/**
 * The one text normaliser of the house, for hashes, quotes and differences alike: two spellings that a reader cannot tell
 * apart become one.
 *
 * <p>NFKC (Unicode Standard Annex 15), and what NFKC leaves apart: quotation marks, primes and apostrophes become ASCII,
 * and two apostrophes a quotation mark; hyphens, dashes and minus signs become {@code -}, fraction slashes {@code /};
 * characters that show nothing (soft hyphen, zero-width characters, bidi marks, variation selectors, controls, lone
 * surrogates) vanish; every run of white space becomes one space, ends are trimmed. Case, accents and all other
 * punctuation stay, bullets too: the middle dot is a letter's part in Catalan, and words are compared without punctuation
 * anyway.
 *
 * <p>Idempotent, and the same for every canonical or compatibility form of a text, as long as no letter bears more than
 * {@link #MOST_MARKS} marks; those beyond vanish, for reordering a million of them takes quadratic time. Free of state.
 */
public final class TextNormaliser {

    /** The limit of the Stream-Safe Text Format (UAX 15, section 13). */
    static final int MOST_MARKS = 30;

    private static final char ACUTE = '\u0301';

    private TextNormaliser() {}

    /** The text in normal form, on one line. */
    public static String normalise(String text) {
        return plain(text) ? text : normalised(text).text();
    }

    /** The text in normal form, with the way back to the raw one. */
    public static NormalisedText normalised(String text) {
        // What shows nothing goes first, since it keeps letters and marks apart that compose without it; signs are
        // mapped
        // last, so that it does not matter in which form they came.
        return folded(composed(visible(text))).of(text);
    }

    /** Whether the text is printable ASCII without runs or ends of white space, and thus normal already. */
    private static boolean plain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '`' || (c == ' ' && previous == ' ') || (c == '\'' && previous == '\'')) {
                return false;
            }
            previous = c;
        }
        return text.isEmpty() || previous != ' ';
    }

    private static MappedCharacters visible(String text) {
        var out = new MappedCharacters(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!isInvisible(c)) {
                marks = isMark(c) ? marks + 1 : 0;
                if (marks <= MOST_MARKS) {
                    out.append(c, i, end);
                }
            }
            i = end;
        }
        return out;
    }

    /** NFKC, applied to one run at a time that begins with an ASCII character: those compose with nothing before them. */
    private static MappedCharacters composed(MappedCharacters in) {
        var out = new MappedCharacters(in.length());
        for (int i = 0; i < in.length(); ) {
            int end = i + 1;
            while (end < in.length() && in.charAt(end) >= 0x80) {
                end++;
            }
            if (end == i + 1 && in.charAt(i) < 0x80) {
                copy(in, i, end, out);
            } else if (Normalizer.isNormalized(in.substring(i, end), Normalizer.Form.NFKC)) {
                copy(in, i, end, out);
            } else {
                compose(in, i, end, out);
            }
            i = end;
        }
        return out;
    }

    /** One piece at a time of what can compose with each other. */
    private static void compose(MappedCharacters in, int from, int to, MappedCharacters out) {
        for (int i = from; i < to; ) {
            int end = i + Character.charCount(in.codePointAt(i));
            while (end < to && joins(in.codePointAt(end))) {
                end += Character.charCount(in.codePointAt(end));
            }
            String piece = in.substring(i, end);
            String composed = Normalizer.normalize(piece, Normalizer.Form.NFKC);
            if (composed.equals(piece)) {
                copy(in, i, end, out);
            } else {
                int start = in.start(i);
                int last = in.end(end - 1);
                composed.chars().forEach(unit -> out.appendUnit((char) unit, start, last));
            }
            i = end;
        }
    }

    private static void copy(MappedCharacters in, int from, int to, MappedCharacters out) {
        for (int i = from; i < to; i++) {
            out.appendUnit(in.charAt(i), in.start(i), in.end(i));
        }
    }

    private static MappedCharacters folded(MappedCharacters in) {
        var out = new MappedCharacters(in.length());
        for (int i = 0; i < in.length(); ) {
            int c = in.codePointAt(i);
            int end = i + Character.charCount(c);
            if (isSpace(c)) {
                i = spaces(in, i, out);
            } else {
                sign(asciiPunctuation(c), in.start(i), in.end(end - 1), out);
                i = end;
            }
        }
        return out;
    }

    /** Folds the run of white space at {@code from}; an acute accent on a space is an apostrophe. Returns the run's end. */
    private static int spaces(MappedCharacters in, int from, MappedCharacters out) {
        int end = from + 1;
        while (end < in.length() && isSpace(in.charAt(end))) {
            end++;
        }
        boolean accent = end < in.length() && in.charAt(end) == ACUTE;
        int gap = accent ? end - 1 : end;
        boolean inside = out.length() > 0 && end < in.length();
        if (inside && gap > from) {
            out.append(' ', in.start(from), in.end(gap - 1));
        }
        if (accent) {
            sign('\'', in.start(end - 1), in.end(end), out);
            return end + 1;
        }
        return end;
    }

    private static void sign(int c, int start, int end, MappedCharacters out) {
        int last = out.length() - 1;
        if (c == '\'' && last >= 0 && out.charAt(last) == '\'') {
            out.replaceLast('"', end);
        } else {
            out.append(c, start, end);
        }
    }

    private static boolean isSpace(int c) {
        // The blank Braille pattern is pasted where a page eats spaces.
        return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2800 || Character.isSpaceChar(c);
    }

    private static boolean isMark(int c) {
        return c >= 0x300
                && switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    /** Whether the character may compose with, or be ordered among, those before it once it is decomposed. */
    static boolean joins(int c) {
        return isMark(c)
                || (c >= 0x1160 && c <= 0x11FF) // Hangul vowels and final consonants
                || (c >= 0xD7B0 && c <= 0xD7FB)
                || (c >= 0x3131 && c <= 0x318E) // their compatibility and half-width forms
                || (c >= 0xFFA0 && c <= 0xFFDC)
                || c == 0xFF9E // half-width voiced sound marks
                || c == 0xFF9F
                || (c >= 0x16D63 && c <= 0x16D6A); // Kirat Rai vowels
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !isSpace(c);
            case Character.FORMAT, Character.SURROGATE -> true;
            case Character.NON_SPACING_MARK ->
                c == 0x34F
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || (c >= 0x180B && c <= 0x180F)
                        || (c >= 0xE0100 && c <= 0xE01EF);
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0xFFFC;
        };
    }

    private static int asciiPunctuation(int c) {
        return switch (c) {
            case '`', 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x275B, 0x275C, 0x276E, 0x276F ->
                '\'';
            case 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x5F3, 0xA78C -> '\'';
            case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x275D, 0x275E, 0x2E42, 0x1F676, 0x1F677 -> '"';
            case 0x2BA, 0x5F4, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0x301F -> '"';
            case 0x2010,
                    0x2011,
                    0x2012,
                    0x2013,
                    0x2014,
                    0x2015,
                    0x2043,
                    0x2212,
                    0x2796,
                    0x2D7,
                    0x58A,
                    0x5BE,
                    0x2E3A,
                    0x2E3B -> '-';
            case 0x2044, 0x2215 -> '/';
            default -> c;
        };
    }
}
