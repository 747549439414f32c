package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of one passage: what two passages must share to be equal. Case and punctuation are not compared; signs that
 * bear meaning (currencies, per cent, plus) and placeholders are words of their own, and a number keeps its inner
 * points.
 *
 * @param text the passage that the offsets point into
 * @param keys the words in lower case
 * @param starts offset of each word's first character
 * @param ends offset after each word's last character
 */
record Words(String text, List<String> keys, int[] starts, int[] ends) {

    private static final String SIGNS = "$€£¥%+§°";

    static Words of(String text) {
        var keys = new ArrayList<String>();
        var bounds = new ArrayList<int[]>();
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i);
            if (end > i) {
                keys.add(text.substring(i, end).toLowerCase(Locale.ROOT));
                bounds.add(new int[] {i, end});
                i = end;
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return new Words(
                text,
                keys,
                bounds.stream().mapToInt(b -> b[0]).toArray(),
                bounds.stream().mapToInt(b -> b[1]).toArray());
    }

    int size() {
        return keys.size();
    }

    /** All words with single spaces between them: equal for equal passages. */
    String key() {
        return String.join(" ", keys);
    }

    private static int wordEnd(String text, int start) {
        char first = text.charAt(start);
        if (first == '<') {
            int close = text.indexOf('>', start);
            boolean placeholder = close > start + 1
                    && close < start + 10
                    && text.substring(start + 1, close).chars().allMatch(c -> c >= 'a' && c <= 'z');
            return placeholder ? close + 1 : start;
        }
        if (SIGNS.indexOf(first) >= 0) {
            return start + 1;
        }
        int c = text.codePointAt(start);
        if (Character.isIdeographic(c)) {
            return start + Character.charCount(c);
        }
        int i = start;
        while (i < text.length()) {
            c = text.codePointAt(i);
            if (isWordPart(c) || (i > start && joins(text, i))) {
                i += Character.charCount(c);
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isWordPart(int c) {
        return (Character.isLetterOrDigit(c) && !Character.isIdeographic(c))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** An apostrophe between letters, or a point, comma, colon or slash between digits. */
    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '\'' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',', ':', '/' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }
}
