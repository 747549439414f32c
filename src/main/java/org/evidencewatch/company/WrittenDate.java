package org.evidencewatch.company;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as cards write them: {@code 2026-06-10}, {@code 10 June 2026}, {@code June 10, 2026}. */
final class WrittenDate {

    /** What may be a day; it is one when {@link #parse} says so. */
    static final String PATTERN =
            "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2} \\p{Alpha}{3,9} \\d{4}|\\p{Alpha}{3,9} \\d{1,2}, \\d{4}";

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd"), form("d MMMM uuuu"), form("d MMM uuuu"), form("MMMM d, uuuu"), form("MMM d, uuuu"));

    private WrittenDate() {}

    static Optional<LocalDate> parse(String text) {
        return FORMS.stream().flatMap(form -> in(form, text).stream()).findFirst();
    }

    private static Optional<LocalDate> in(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
