package org.evidencewatch.extract;

import java.text.Normalizer;

/**
 * The one text normaliser of the house: two spellings that a reader cannot tell apart become one.
 *
 * <p>NFKC (Unicode Standard Annex 15), and what NFKC leaves apart: quotation marks and apostrophes become ASCII,
 * hyphens and dashes become {@code -}, invisible format characters (soft hyphen, zero-width characters, bidi marks,
 * variation selectors) and controls vanish, every run of white space becomes one space, ends are trimmed. Case, accents
 * and all other punctuation stay. Idempotent, and free of state.
 */
public final class TextNormaliser {

    private TextNormaliser() {}

    /** The text in normal form, on one line. */
    public static String normalise(String text) {
        if (plain(text)) {
            return text;
        }
        String before = text;
        String after = pass(text);
        // Dropping a character may bring two together that compose; two passes settle all but contrived input.
        while (!after.equals(before)) {
            before = after;
            after = pass(before);
        }
        return after;
    }

    /** Whether the text is printable ASCII without runs or ends of white space, and thus normal already. */
    private static boolean plain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '`' || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return text.isEmpty() || previous != ' ';
    }

    private static String pass(String text) {
        String folded = fold(text);
        return Normalizer.isNormalized(folded, Normalizer.Form.NFKC)
                ? folded
                : fold(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    private static String fold(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                gap = true;
            } else if (!isInvisible(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(asciiPunctuation(c));
            }
        }
        return out.toString();
    }

    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> (c >= 0xFE00 && c <= 0xFE0F) || c == 0x034F;
        };
    }

    private static int asciiPunctuation(int c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x2032, 0x00B4, 0x02BC, '`', 0xFF07 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x301D, 0x301E, 0xFF02 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x2043 -> '-';
            default -> c;
        };
    }
}
