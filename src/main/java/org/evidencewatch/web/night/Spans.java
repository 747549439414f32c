package org.evidencewatch.web.night;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lengths of time and days, short enough for a table. */
final class Spans {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Spans() {}

    /** By its two largest units: {@code 3.2 s}, {@code 4 min 20 s}, {@code 1 h 5 min}, {@code 3 d 4 h}. */
    static String words(Duration span) {
        if (span.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (span.toHours() == 0) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toDays() == 0
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : span.toDays() + " d " + span.toHoursPart() + " h";
    }

    /** A day without its year. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
