package org.evidencewatch.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.extract.Reading;

/** Readings in a row that show the same text. */
record Streak(Optional<Reading> reading, int times, Instant since, Instant until) {

    static final Streak NONE = new Streak(Optional.empty(), 0, Instant.EPOCH, Instant.EPOCH);

    /** So many readings must agree before a slight change is news. */
    private static final int AGREED = 3;

    /** Of a page that seems to be another one: so many readings over so long, and it is what the page is now. */
    private static final int LASTING = 3;

    private static final Duration NIGHTS = Duration.ofHours(40);

    Streak and(Reading now, Instant at) {
        boolean same = reading.map(before -> before.comparisonText().equals(now.comparisonText()))
                .orElse(false);
        return new Streak(Optional.of(now), same ? times + 1 : 1, same ? since : at, at);
    }

    boolean agreed() {
        return times >= AGREED;
    }

    boolean lasting() {
        return times >= LASTING && !Duration.between(since, until).minus(NIGHTS).isNegative();
    }
}
