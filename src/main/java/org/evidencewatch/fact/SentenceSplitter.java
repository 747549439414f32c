package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where sentences end: at a full stop, question or exclamation mark before a new beginning, and at semicolons never. */
final class SentenceSplitter {

    private static final Pattern BULLET = Pattern.compile("^[-\u2013\u2014*]\\s+");
    private static final int LONGEST = 700;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "a.m", "p.m", "approx", "no", "nr", "vs", "etc", "incl", "excl", "max", "min", "st", "mr",
            "ms", "dr", "z.b", "ca");

    private SentenceSplitter() {}

    static List<String> split(String text) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i - start >= LONGEST || ends(text, start, i)) {
                int end = i + 1;
                while (end < text.length() && "\"'\u201d\u2019)".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                add(sentences, text.substring(start, end));
                start = end;
                i = end - 1;
            }
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static void add(List<String> sentences, String text) {
        String sentence = BULLET.matcher(text.strip()).replaceFirst("");
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(sentence);
        }
    }

    private static boolean ends(String text, int start, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\u2022' || c == '\u00b7') {
            return true;
        }
        if (".!?".indexOf(c) < 0 || at + 1 >= text.length()) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && "\"'\u201d\u2019)".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        return c != '.' || !abbreviated(text, start, at, next);
    }

    private static boolean abbreviated(String text, int start, int at, int next) {
        int word = at;
        while (word > start && !Character.isWhitespace(text.charAt(word - 1)) && text.charAt(word - 1) != '(') {
            word--;
        }
        String before = text.substring(word, at).toLowerCase(java.util.Locale.ROOT);
        if (!ABBREVIATIONS.contains(before)) {
            return false;
        }
        int begin = next;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        boolean capital = begin < text.length() && Character.isUpperCase(text.charAt(begin));
        return !(capital && (before.endsWith(".m") || before.equals("etc") || before.equals("no")));
    }
}
