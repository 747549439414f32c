package org.evidencewatch.change;

import java.util.Optional;
import org.evidencewatch.extract.Reading;

/** Readings in a row that show the same text. */
record Streak(Optional<Reading> reading, int times) {

    static final Streak NONE = new Streak(Optional.empty(), 0);

    /** So many readings must agree before a slight change is news. */
    private static final int AGREED = 3;

    Streak and(Reading now) {
        boolean same = reading.map(before -> before.comparisonText().equals(now.comparisonText()))
                .orElse(false);
        return new Streak(Optional.of(now), same ? times + 1 : 1);
    }

    boolean agreed() {
        return times >= AGREED;
    }
}
