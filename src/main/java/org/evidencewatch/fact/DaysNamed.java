package org.evidencewatch.fact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a sentence about something past names: "27 December", "Dec 27th, 2025", "27.12.2025", "yesterday", "on
 * Monday", "two days ago". What they leave open is told from the day of the post. A day that may be one of two ("5/6/2025")
 * is none, nor is one after the post, or one on which something was reported or began. One use each.
 */
final class DaysNamed {

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de )?(\\p{L}{3,10})(?!\\p{L})\\.?(?:,? (?:de )?(\\d{4})\\b)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b(\\p{Lu}\\p{Ll}{2,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (\\d{4})\\b)?");
    private static final Pattern SAME_DAY = words("today|this morning|this afternoon|just now|heute|aujourd.hui|hoy");
    private static final Pattern DAY_BEFORE = words("yesterday|last night|gestern|ayer");
    private static final Pattern AGO = words("(\\d{1,2}|a|one|two|three|four|five|six) days? ago");
    private static final Pattern WEEKDAY =
            words("(?:on|last|since) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)");

    /** Stands before the day of something else. */
    private static final Pattern OF_THE_BEGINNING = Pattern.compile(
            "\\b(?:issue|problem|bug|outage|reports?|reported|began|started|broke|broken|occurred|opened|noticed|appeared)"
                    + "(?: (?:on|from|of|in|since|the|last|late)){0,3} $");

    private static final int LOOK_BACK = 40;
    private static final List<String> NUMBERS = List.of("a", "one", "two", "three", "four", "five", "six");

    private final String sentence;
    private final Optional<LocalDate> posted;
    private final List<DateSaid> days = new ArrayList<>();

    DaysNamed(String sentence, Optional<LocalDate> posted) {
        this.sentence = sentence;
        this.posted = posted;
    }

    /** In the order of the words. */
    List<DateSaid> read() {
        each(ISO, m -> day(number(m, 1), number(m, 2), number(m, 3)));
        each(DOTTED, m -> day(number(m, 3), number(m, 2), number(m, 1)));
        each(SLASHED, this::slashed);
        each(DAY_FIRST, m -> inMonth(m.group(2), number(m, 1), m.group(3)));
        each(MONTH_FIRST, m -> inMonth(m.group(1), number(m, 2), m.group(3)));
        posted.ifPresent(this::relative);
        days.sort(Comparator.comparingInt(DateSaid::at));
        return days;
    }

    private void relative(LocalDate today) {
        each(SAME_DAY, m -> Optional.of(today));
        each(DAY_BEFORE, m -> Optional.of(today.minusDays(1)));
        each(AGO, m -> Optional.of(today.minusDays(count(m.group(1)))));
        each(
                WEEKDAY,
                m -> Optional.of(today.with(TemporalAdjusters.previousOrSame(
                        DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT))))));
    }

    private void each(Pattern pattern, Function<MatchResult, Optional<LocalDate>> reading) {
        Matcher found = pattern.matcher(sentence);
        while (found.find()) {
            int at = found.start();
            if (!ofTheBeginning(at)) {
                reading.apply(found).filter(this::past).ifPresent(day -> days.add(new DateSaid(at, day)));
            }
        }
    }

    private boolean ofTheBeginning(int at) {
        String before = sentence.substring(Math.max(0, at - LOOK_BACK), at).toLowerCase(Locale.ROOT);
        return OF_THE_BEGINNING.matcher(before).find();
    }

    /** A day more, since days end at other hours elsewhere. */
    private boolean past(LocalDate day) {
        return posted.map(post -> !day.isAfter(post.plusDays(1))).orElse(true);
    }

    private Optional<LocalDate> slashed(MatchResult m) {
        List<LocalDate> readings = Stream.of(
                        day(number(m, 3), number(m, 1), number(m, 2)), day(number(m, 3), number(m, 2), number(m, 1)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    private Optional<LocalDate> inMonth(String name, int day, @Nullable String year) {
        OptionalInt month = MonthNames.number(name);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        return year == null
                ? posted.flatMap(post -> nearest(post, month.getAsInt(), day))
                : day(Integer.parseInt(year), month.getAsInt(), day);
    }

    private static Optional<LocalDate> nearest(LocalDate post, int month, int day) {
        return IntStream.rangeClosed(post.getYear() - 1, post.getYear() + 1)
                .mapToObj(year -> day(year, month, day))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(date, post))));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        boolean exists = month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static int count(String number) {
        int word = NUMBERS.indexOf(number.toLowerCase(Locale.ROOT));
        return word < 0 ? Integer.parseInt(number) : Math.max(1, word);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
