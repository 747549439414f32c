package org.evidencewatch.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins lines that were broken to fit a page. A hyphen at the end of a line goes where the text has the word without it, or
 * nowhere with it: "can-" and "cel" are "cancel", "self-" and "service" stay "self-service" where the text writes so.
 */
final class BrokenLines {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final String HYPHENS = "-\u2010\u00AD";

    private final Set<String> words = new HashSet<>();

    /** @param lines all of the text */
    BrokenLines(List<String> lines) {
        lines.forEach(line -> NO_WORD.splitAsStream(line.toLowerCase(Locale.ROOT))
                .filter(word -> !word.endsWith("-"))
                .forEach(words::add));
    }

    String join(String before, String line) {
        if (!broken(before) || line.isEmpty() || !Character.isLowerCase(line.codePointAt(0))) {
            return before.isEmpty() ? line : before + " " + line;
        }
        String start = before.substring(0, before.length() - 1);
        boolean certain = before.charAt(before.length() - 1) == '\u00AD';
        String head = last(start);
        String tail = first(line);
        return !certain && words.contains(head + "-" + tail) && !words.contains(head + tail)
                ? start + "-" + line
                : start + line;
    }

    private static boolean broken(String before) {
        int end = before.length() - 1;
        return end > 0 && HYPHENS.indexOf(before.charAt(end)) >= 0 && Character.isLetter(before.charAt(end - 1));
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static String first(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).findFirst().orElse("");
    }
}
