package org.evidencewatch.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of a post as pages write it for machines: ISO 8601, with a space for its T or not, or seconds or milliseconds
 * since 1970. Dates written for people are not guessed at: 5/6 is a day in May or in June.
 */
final class PostDate {

    private static final Pattern ISO = Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ](?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,9})?\\s?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private static final Pattern SINCE_1970 = Pattern.compile("(?<seconds>\\d{9,10})(?:\\d{3})?");
    private static final int FIRST_FORUM = 1990;
    private static final int LAST_YEAR = 2100;

    private PostDate() {}

    static Optional<LocalDate> of(String written) {
        try {
            return day(written.strip()).filter(date -> date.getYear() >= FIRST_FORUM && date.getYear() <= LAST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String written) {
        Matcher counted = SINCE_1970.matcher(written);
        if (counted.matches()) {
            var moment = Instant.ofEpochSecond(Long.parseLong(counted.group("seconds")));
            return Optional.of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }
        Matcher iso = ISO.matcher(written);
        return iso.matches() ? Optional.of(utc(iso)) : Optional.empty();
    }

    private static LocalDate utc(Matcher iso) {
        LocalDate day = LocalDate.parse(iso.group("day"));
        String zone = iso.group("zone");
        return zone == null
                ? day
                : day.atTime(LocalTime.parse(iso.group("time")))
                        .minusSeconds(ZoneOffset.of(zone).getTotalSeconds())
                        .toLocalDate();
    }
}
