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

    /**
     * The day on which happened what is said at a place in a sentence: the first one behind it, else the last one before it.
     *
     * @param posted the day of the post
     */
    static Optional<LocalDate> of(String sentence, int place, Optional<LocalDate> posted) {
        List<DateSaid> days = new DaysNamed(sentence, posted).read();
        return days.stream()
                .filter(said -> said.at >= place)
                .findFirst()
                .or(() -> days.stream().reduce((before, last) -> last))
                .map(DateSaid::day);
    }
}
