package org.evidencewatch.company;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the web addresses that a sentence names; {@code mailto:} and the like are none. */
final class PageLinks {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"“”«»|\\\\^`{}]*", Pattern.CASE_INSENSITIVE);
    private static final String CLOSING = ".,;:!?'’)]*_…";

    private PageLinks() {}

    /** The addresses in order, each once, without the punctuation of the sentence around them. */
    static List<String> in(String text) {
        return URL.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(PageLinks::withoutPunctuation)
                .distinct()
                .toList();
    }

    private static String withoutPunctuation(String url) {
        int end = url.length();
        while (end > 0 && CLOSING.indexOf(url.charAt(end - 1)) >= 0 && !belongs(url, end)) {
            end--;
        }
        return url.substring(0, end);
    }

    /** Whether the closing bracket before {@code end} was opened within the address. */
    private static boolean belongs(String url, int end) {
        char last = url.charAt(end - 1);
        if (last != ')' && last != ']') {
            return false;
        }
        char open = last == ')' ? '(' : '[';
        String inner = url.substring(0, end);
        return inner.chars().filter(c -> c == open).count()
                >= inner.chars().filter(c -> c == last).count();
    }
}
