package org.evidencewatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A date or a time as an option names it. */
final class PointInTime {

    private PointInTime() {}

    /**
     * Reads it; empty where it is neither.
     *
     * @param end whether a date stands for its last moment (to the microsecond, as the database has it), else its first; UTC
     */
    static Optional<Instant> read(String written, boolean end) {
        try {
            if (written.contains("T")) {
                return Optional.of(Instant.parse(written));
            }
            var date = LocalDate.parse(written);
            var midnight = (end ? date.plusDays(1) : date).atStartOfDay().toInstant(ZoneOffset.UTC);
            return Optional.of(end ? midnight.minus(1, ChronoUnit.MICROS) : midnight);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
