package org.evidencewatch.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day that a sentence names.
 *
 * @param at where in the sentence it begins
 */
record DateSaid(int at, LocalDate day) {

    /** The day on which happened what is said at a place: the first one named behind it, else the last one before it. */
    static Optional<LocalDate> nearest(List<DateSaid> days, int place) {
        return days.stream()
                .filter(said -> said.at >= place)
                .findFirst()
                .or(() -> days.stream().reduce((before, last) -> last))
                .map(DateSaid::day);
    }
}
