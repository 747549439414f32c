package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words of one passage: what two passages must share to be equal. Case and punctuation are not compared; signs that
 * bear meaning (currencies, per cent, plus) and placeholders are words of their own, and a number keeps its inner
 * points. All web and mail addresses are the same word: they are rewritten and obfuscated without a word's changing.
 *
 * @param text the passage that the offsets point into
 * @param keys the words in lower case
 * @param starts offset of each word's first character
 * @param ends offset after each word's last character
 */
record Words(String text, List<String> keys, int[] starts, int[] ends) {

    private static final String SIGNS = "$€£¥%+§°";
    /** The word that every web and mail address is. */
    static final String ADDRESS = "<address>";

    private static final int LONGEST_ADDRESS = 300;
    private static final Pattern ADDRESSES = Pattern.compile(
            "(?i)(?:https?://|www\\.)[^\\s<>()\"']*[^\\s<>()\"'.,;:!?]|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})+");

    static Words of(String text) {
        var keys = new ArrayList<String>();
        var starts = IntStream.builder();
        var ends = IntStream.builder();
        // A long text has few different words, and most of its room would go to copies of them.
        var known = new HashMap<String, String>();
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i);
            if (end > i) {
                keys.add(known.computeIfAbsent(key(text, i, end), key -> key));
                starts.add(i);
                ends.add(end);
                i = end;
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return new Words(text, keys, starts.build().toArray(), ends.build().toArray());
    }

    int size() {
        return keys.size();
    }

    /** All words with single spaces between them: equal for equal passages. */
    String key() {
        return String.join(" ", keys);
    }

    private static String key(String text, int start, int end) {
        return addressEnd(text, start) == end
                ? ADDRESS
                : text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Where the web or mail address ends that begins here; {@code start} where none does. */
    private static int addressEnd(String text, int start) {
        char first = text.charAt(start);
        boolean possible = first < 0x80 && Character.isLetterOrDigit(first);
        if (!possible) {
            return start;
        }
        var address = ADDRESSES.matcher(text).region(start, Math.min(text.length(), start + LONGEST_ADDRESS));
        return address.lookingAt() ? address.end() : start;
    }

    private static int wordEnd(String text, int start) {
        int address = addressEnd(text, start);
        return address > start ? address : plainEnd(text, start);
    }

    private static int plainEnd(String text, int start) {
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
