package org.evidencewatch.company;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a card, made plain: no controls, no odd spaces, no empty lines, no marks of emphasis around a heading. */
final class CardLine {

    static final String DASH = "[-‐‑‒–—−]";
    private static final Pattern BULLET = Pattern.compile("^(?:[-–—•‣▪◦·*+]|\\d{1,2}[.)])\\s+");
    private static final Pattern HEADING_MARKS = Pattern.compile("^[#*_\\s]+|[*_:\\s]+$");
    private static final Pattern ODD_SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\t]");
    private static final Pattern NO_WIDTH = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");

    private CardLine() {}

    static List<TextLine> plain(List<TextLine> lines, Problems problems) {
        var plain = new ArrayList<TextLine>();
        for (var line : lines) {
            String text = NO_WIDTH.matcher(ODD_SPACE.matcher(line.text()).replaceAll(" "))
                    .replaceAll("");
            var bad = Limit.NO_TEXT.matcher(text);
            if (bad.find()) {
                problems.warn(
                        line.number(),
                        "the control character U+%04X was left out".formatted(text.codePointAt(bad.start())));
                text = bad.replaceAll("");
            }
            if (!text.isBlank()) {
                plain.add(line.with(text.strip()));
            }
        }
        return plain;
    }

    static boolean isItem(String line) {
        return BULLET.matcher(line).find();
    }

    static String withoutBullet(String line) {
        return BULLET.matcher(line).replaceFirst("");
    }

    static String withoutMarks(String line) {
        return HEADING_MARKS.matcher(line).replaceAll("");
    }
}
