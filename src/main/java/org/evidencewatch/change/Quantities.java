package org.evidencewatch.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a passage counts, so that it can be said in other words: "7 days" and "a week" are the same length of time, as "a year" and
 * "12 months". A month is no number of days. Pure.
 */
final class Quantities {

    private static final Pattern SMALL = Pattern.compile("\\d{1,4}");
    private static final int HOURS_OF_DAY = 24;

    private Quantities() {}

    /** The numbers of these words and how often each stands there; one with a length of time after it together with that. */
    static Map<String, Integer> of(List<String> words) {
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Optional<String> length = i + 1 < words.size() ? length(word, words.get(i + 1)) : Optional.empty();
            length.or(() -> number(word)).ifPresent(quantity -> counts.merge(quantity, 1, Integer::sum));
            i += length.isPresent() ? 1 : 0;
        }
        return counts;
    }

    private static Optional<String> number(String word) {
        return Vocabulary.number(word) ? Optional.of(word) : Optional.empty();
    }

    private static Optional<String> length(String count, String unit) {
        return count(count).flatMap(n -> switch (unit) {
            case "hour", "hours" -> Optional.of(n % HOURS_OF_DAY == 0 ? days(n / HOURS_OF_DAY) : n + " hours");
            case "day", "days" -> Optional.of(days(n));
            case "week", "weeks" -> Optional.of(days(7 * n));
            case "fortnight", "fortnights" -> Optional.of(days(14 * n));
            case "month", "months" -> Optional.of(months(n));
            case "year", "years" -> Optional.of(months(12 * n));
            default -> Optional.empty();
        });
    }

    private static String days(int n) {
        return n + " days";
    }

    private static String months(int n) {
        return n + " months";
    }

    private static Optional<Integer> count(String word) {
        if (SMALL.matcher(word).matches()) {
            return Optional.of(Integer.valueOf(word));
        }
        return switch (word) {
            case "a", "an", "one" -> Optional.of(1);
            case "two" -> Optional.of(2);
            case "three" -> Optional.of(3);
            case "four" -> Optional.of(4);
            case "five" -> Optional.of(5);
            case "six" -> Optional.of(6);
            case "seven" -> Optional.of(7);
            case "eight" -> Optional.of(8);
            case "nine" -> Optional.of(9);
            case "ten" -> Optional.of(10);
            case "twelve" -> Optional.of(12);
            case "fourteen" -> Optional.of(14);
            case "thirty" -> Optional.of(30);
            default -> Optional.empty();
        };
    }
}
