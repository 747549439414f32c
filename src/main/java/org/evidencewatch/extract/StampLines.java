package org.evidencewatch.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells lines that stand in the main text but are not of it: stamps, counters, vote questions, reading times. */
final class StampLines {

    private static final int LONGEST = 120;

    private static final Set<String> FIXED = Set.of(
            "was this article helpful?",
            "was this helpful?",
            "was this page helpful?",
            "did this answer your question?",
            "did you find it helpful?",
            "did you find this article helpful?",
            "war dieser beitrag hilfreich?",
            "war dieser artikel hilfreich?",
            "cet article vous a-t-il été utile?",
            "cet article vous a-t-il été utile ?",
            "yes no",
            "have more questions? submit a request",
            "return to top",
            "back to top",
            "print this article",
            "copy link",
            "skip to content",
            "skip to main content");

    private static final Pattern STAMP =
            Pattern.compile("(?:<ago>|<count>|<stamp>|\\d+ out of \\d+ found this helpful\\.?"
                    + "|\\d+ min(?:ute)?s? (?:to )?read|(?:reading|read) time:? .{1,20}|written by .{1,60}|by .{1,40} <(?:ago|stamp)>"
                    + "|(?:page|article) views?:? [\\d.,]+)");

    private static final String DATE =
            "(?:\\p{L}+\\.? \\d{1,2},? \\d{4}|\\d{1,2}\\.? \\p{L}+ \\d{4}|\\d{4}-\\d{2}-\\d{2}"
                    + "|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})";
    private static final String COUNT =
            "(?:<count>|<ago>|<stamp>|[\\d.,]+k? (?:views?|replies|reply|likes?|comments?|votes?|reads?|shares?|visits?))";

    /** A line of dates and counters; a date alone may be the one a policy takes effect on, and stays. */
    private static final Pattern COUNTERS =
            Pattern.compile("(?:%1$s[ ·|•,-]+)?%2$s(?:[ ·|•,-]+(?:%1$s|%2$s))*".formatted(DATE, COUNT));

    private StampLines() {}

    /** Whether the block, given with its placeholders, is furniture as a whole. */
    static boolean matches(String comparisonText) {
        if (comparisonText.length() > LONGEST) {
            return false;
        }
        String line = comparisonText.toLowerCase(Locale.ROOT);
        return FIXED.contains(line)
                || STAMP.matcher(line).matches()
                || COUNTERS.matcher(line).matches();
    }
}
