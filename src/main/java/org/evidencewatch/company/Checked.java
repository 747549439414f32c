package org.evidencewatch.company;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a cited page, or a claim on it, stands.
 *
 * @param last when it was last borne out; empty means never
 * @param unreadableSince since when no machine can read the page; empty while one can
 */
public record Checked(Optional<LastConfirmed> last, Optional<Instant> unreadableSince) {

    /** Nothing has borne it out, and nothing was in the way. */
    public static final Checked NEVER = new Checked(Optional.empty(), Optional.empty());

    public Checked {
        unreadableSince = unreadableSince.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /** The newer of two confirmations; the first where both are of one time. */
    public static Optional<LastConfirmed> newer(Optional<LastConfirmed> one, Optional<LastConfirmed> other) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(LastConfirmed::at))
                .map(newest -> one.filter(o -> o.at().equals(newest.at())).orElse(newest));
    }
}
