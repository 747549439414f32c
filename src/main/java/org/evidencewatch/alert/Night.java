package org.evidencewatch.alert;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How one day (UTC) went, as it stood at its end.
 *
 * @param runs how many refreshes worked for it
 * @param evidence citations that counted then
 * @param within how many of them were confirmed, or imported, within the limit
 * @param changes how many changes were first seen
 * @param queued how many reasons came into the queue
 * @param left how many reasons left it, answered or fallen away
 */
public record Night(LocalDate day, int runs, int evidence, int within, int changes, int queued, int left) {

    /** In percent, rounded down as {@link Objective#percent}; empty where there was no evidence yet. */
    public Optional<Integer> percent() {
        return evidence == 0 ? Optional.empty() : Optional.of((int) (100L * within / evidence));
    }
}
