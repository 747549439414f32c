package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spans and dates in words. */
final class Age {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Age() {}

    static Duration between(Instant since, Instant asOf) {
        return since.isAfter(asOf) ? Duration.ZERO : Duration.between(since, asOf);
    }

    /** The span in whole days from two days on, else in whole hours or minutes: {@code 18 days}, {@code 31 hours}. */
    static String words(Duration span) {
        if (span.toDays() >= 2) {
            return count(span.toDays(), "day");
        }
        return span.toHours() >= 1 ? count(span.toHours(), "hour") : count(span.toMinutes(), "minute");
    }

    /** The day in UTC, {@code 2026-06-10}. */
    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    /** The minute in UTC, {@code 2026-06-10 02:15 UTC}. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static String count(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
