package org.evidencewatch.extract;

import java.util.Random;

/** Texts of any characters, the same for the same seed, with those in plenty that meet or part when text is normalised. */
final class RandomText {

    private static final int[] AWKWARD = {
        ' ', ' ', ' ', '\t', '\n', 0xA0, 0x2009, 0x202F, 0x3000, 0x2028, // spaces
        0xAD, 0x200B, 0x200D, 0x2060, 0xFEFF, 0x202E, 0xFE0F, 0x34F, 0x180B, 0xE0101, 0x7, 0x3164, // nothing to see
        0x300, 0x301, 0x308, 0x327, 0x338, 0x5B0, 0x3099, 0x1D165, 0x20DD, // marks
        0xB4, 0xA8, 0x384, 0x1FFD, 0x1FEF, '\'', '`', 0x2019, 0x2032, 0x2033, 0x2034, 0x201C, 0xAB, 0x5F4, // quotes
        '-', 0x2011, 0x2014, 0x2212, 0x207B, '/', 0xBD, 0x2044, 0x2026, 0xB2, // dashes and the like
        0xFB01, 0xFB06, 0x149, 0x1C4, 0xC5, 0x212B, 0x1E69, 0xFDFA, 0x2460, 0x33A5, // letters in one
        0x1100, 0x1161, 0x11A8, 0xAC00, 0x3131, 0x314F, 0xFFA1, 0xFFC2, 0xFF76, 0xFF9E, // Hangul, kana
        0x9C7, 0x9BE, 0xD4A, 0xDCF, 0x1100, 0x110BA, 0x16D63, 0x16D67, // two-part vowels
        'a', 'e', 's', 'A', 'i', '<', '=', '1', '4', '.', '|'
    };

    private final Random random;

    RandomText(long seed) {
        random = new Random(seed);
    }

    String next(int longest) {
        var text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            if (random.nextInt(5) > 0) {
                text.appendCodePoint(AWKWARD[random.nextInt(AWKWARD.length)]);
            } else if (random.nextInt(8) > 0) {
                text.appendCodePoint(random.nextInt(0x32000));
            } else {
                text.append((char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}
