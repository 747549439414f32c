package org.evidencewatch.web.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.web.Wording;

/** How what is on record reads on these pages. */
final class Told {

    private Told() {}

    /** A moment, and how long ago that is. */
    static String ago(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        return age.isNegative() || age.toMinutes() == 0
                ? Wording.time(at)
                : "%s (%s ago)".formatted(Wording.time(at), Wording.age(age));
    }

    /** The style sheet's word for a grade: its letter, {@code none} where there is none that it knows. */
    static String band(Optional<String> grade) {
        return grade.map(letter -> letter.substring(0, 1).toLowerCase(Locale.ROOT))
                .filter("abcdef"::contains)
                .orElse("none");
    }
}
