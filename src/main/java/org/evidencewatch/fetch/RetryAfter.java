package org.evidencewatch.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** How long a server asks to be left alone (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    private RetryAfter() {}

    /**
     * Reads {@code Retry-After}: seconds, or a date, which is taken beside the server's own {@code Date} so that a clock
     * set wrong on either side does no harm. Empty where there is none, or none that can be read; a date that has
     * passed is no wait.
     */
    static Optional<Duration> of(Exchange.Answer answer, Instant now) {
        return of(answer::header, Optional.of(now));
    }

    /** The same, of headers by their names in lower case; a date without one to take it beside tells no wait. */
    static Optional<Duration> of(Function<String, Optional<String>> header, Optional<Instant> now) {
        return header.apply("retry-after")
                .map(String::strip)
                .flatMap(value -> SECONDS.matcher(value).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : date(value)
                                .flatMap(until -> header.apply("date")
                                        .flatMap(RetryAfter::date)
                                        .or(() -> now)
                                        .map(from -> Duration.between(from, until))));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.ofNullable(DateUtils.parseStandardDate(value)).or(() -> Optional.of(asctime(value)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The oldest of the three forms (section 5.6.7), which names no zone. */
    private static Instant asctime(String value) {
        return LocalDateTime.parse(value.replaceAll(" +", " "), ASCTIME).toInstant(ZoneOffset.UTC);
    }
}
