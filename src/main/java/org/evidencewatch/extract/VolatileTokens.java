package org.evidencewatch.extract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces words that change by themselves with placeholders such as {@code <ago>}, so that a clock or a counter is
 * never a change.
 *
 * <p>A number in a sentence of policy is never touched: "14 days" and "a purchase made more than 14 days ago" stand; only
 * "Updated 14 days ago", a line that is nothing but "14 days ago", stamps with a verb of editing, counters on a line of
 * their own, copyright years and machine tokens are replaced.
 */
final class VolatileTokens {

    /** A stamp opens its line or its sentence; in the midst of a sentence the same words are policy. */
    private static final String STAMP = "(?<=^|[.!?(|·•] ?)"
            + "(?:(?:last|zuletzt|dernière|derniere|page|article|topic|document)\\s+){0,2}"
            + "(?:updated?|modified|edited|revised|reviewed|published|posted|asked|answered|active|viewed|seen|activity"
            + "|aktualisiert|bearbeitet|geändert|veröffentlicht|mis à jour|mise à jour|modifié|publié)"
            + "(?:\\s+(?:on|at|am|le))?\\s*:?\\s*";

    private static final String UNIT = "(?:an?|one|a few|few|several|\\d+)\\s+"
            + "(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\\s+ago";
    private static final String EINHEIT =
            "(?:ein(?:er|em)?|einigen|\\d+)\\s+(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:en|n|e)?";
    private static final String UNITE = "(?:une?|quelques|\\d+)\\s+(?:seconde|minute|heure|jour|semaine|mois|an)s?";

    private static final String AGO = "(?:(?:over|about|almost|more than|less than)\\s+)?" + UNIT
            + "|vor\\s+(?:über\\s+|mehr als\\s+)?" + EINHEIT + "|il y a\\s+(?:plus d'|environ\\s+)?" + UNITE;

    private static final String RECENTLY = "just now|today|yesterday|this (?:week|month|year)|last (?:week|month|year)"
            + "|in the last [\\w ]{1,20}|heute|gestern|diese woche|aujourd'hui|hier";

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez"
            + "|fév|avr|juin|juil|aoû|déc)\\p{L}*\\.?";

    private static final String DATE = "(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}"
            + "|" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+" + MONTH
            + ",?\\s+\\d{4}|" + MONTH + "\\s+\\d{4})(?:,?\\s+(?:at\\s+)?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s*[ap]m)?)?";

    private static final String COUNTED = "(?:views?|replies|reply|likes?|votes?|comments?|answers?|followers?|reads?"
            + "|shares?|upvotes?|kudos|reactions?|members?|users?|aufrufe|antworten|vues|réponses)";

    private static final String CROWD = "(?:over\\s+|more than\\s+)?[\\d.,]+\\s?[km]?\\+?\\s+"
            + "(?:people|persons?|readers?|visitors?|others?|times|downloads?|visits?)";

    private static final String DID =
            "(?:read|reading|viewed|viewing|visited|seen|found|liked|like|joined|used|bought|asked"
                    + "|downloaded|shared|watched|watching|online|voted)";

    private record Rule(Pattern pattern, String placeholder) {

        String replace(String line) {
            return pattern.matcher(line).replaceAll(placeholder);
        }

        /** At the line's start only. */
        String replaceOpening(String line) {
            var matcher = pattern.matcher(line);
            return matcher.lookingAt() ? placeholder + line.substring(matcher.end()) : line;
        }
    }

    private static final List<Rule> STAMPS = List.of(
            rule(STAMP + "(?:" + AGO + "|" + RECENTLY + ")(?![\\w-])", "<ago>"),
            rule(STAMP + "(?:\\p{L}+day,?\\s+)?" + DATE + "(?![\\w-])", "<stamp>"));
    private static final List<Rule> WHOLE_LINES = List.of(
            rule(AGO, "<ago>"),
            rule("(?:[\\d.,]+\\s?[km]?\\+?\\s+" + COUNTED + "[\\s,|·•]*)+", "<count>"),
            rule(
                    CROWD + "(?:\\s+(?:(?:have|has|are|were)\\s+)?(?:already\\s+|also\\s+|now\\s+)?" + DID
                            + "(?:\\s+.{1,30})?)?",
                    "<count>"),
            rule("(?:" + DID + ")\\s+(?:by\\s+)?" + CROWD, "<count>"),
            rule("(?:" + COUNTED + "\\s*:?\\s*[\\d.,]+\\s?[km]?[\\s,|·•]*)+", "<count>"));
    private static final Rule COPYRIGHT =
            rule("(?:©|\\(c\\)|\\bcopyright\\b)\\s*(?:©|\\(c\\))?\\s*(?:\\d{4}\\s*[-,]\\s*)?\\d{4}\\b", "© <year>");
    private static final Rule NAMED_TOKEN = rule(
            "\\b((?:ray|request|trace|session|incident|correlation|support) id|reference)\\s*[:#]\\s*#?"
                    + "(?=\\S{0,80}\\d)[\\w.-]{6,}",
            "$1 <token>");
    private static final List<Rule> TOKENS = List.of(
            rule("(?<![\\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\\w-])", "<token>"),
            rule("(?<!\\w)(?=[a-f]{0,40}[0-9])(?=[0-9]{0,40}[a-f])[0-9a-f]{24,}+(?!\\w)", "<token>"));

    /** A line of at most this many characters may be a stamp or a counter as a whole, or hold one anywhere. */
    private static final int LINE = 160;

    private static final List<String> TIMELY = List.of(
            "ago", "now", "day", "week", "month", "year", "il y a", "vor ", "heute", "gestern", "oche", "hui", "hier");

    private static final int TOKEN = 24;

    private VolatileTokens() {}

    /** The normalised text with placeholders; texts without volatile tokens come back as they are. */
    static String replace(String normalised) {
        String line = normalised.length() <= LINE ? shortLine(normalised) : longLine(normalised);
        if (line.indexOf('©') >= 0 || line.contains("opyright") || line.contains("(c)")) {
            line = COPYRIGHT.replace(line);
        }
        if (longToken(line)) {
            for (Rule rule : TOKENS) {
                line = rule.replace(line);
            }
        }
        return line;
    }

    private static String shortLine(String line) {
        if (!timely(line)) {
            return line;
        }
        for (Rule rule : WHOLE_LINES) {
            if (rule.pattern.matcher(line).matches()) {
                return rule.placeholder;
            }
        }
        String replaced = line;
        for (Rule rule : STAMPS) {
            replaced = rule.replace(replaced);
        }
        return replaced.indexOf(':') < 0 && replaced.indexOf('#') < 0 ? replaced : NAMED_TOKEN.replace(replaced);
    }

    /** Whether the line has a digit or a word of recent time, without which nothing in a short line is volatile. */
    private static boolean timely(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return TIMELY.stream().anyMatch(line::contains);
    }

    private static String longLine(String line) {
        String replaced = line;
        for (Rule rule : STAMPS) {
            replaced = rule.replaceOpening(replaced);
        }
        return replaced;
    }

    /** A cheap look before the patterns run: whether enough hexadecimal characters stand together. */
    private static boolean longToken(String line) {
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            run = Character.digit(c, 16) >= 0 || c == '-' ? run + 1 : 0;
            if (run >= TOKEN) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String pattern, String placeholder) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), placeholder);
    }
}
