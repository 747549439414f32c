package org.evidencewatch.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person said of an alert: that they know of it, or that they want to hear of it later.
 *
 * @param until of a snooze; empty where it was acknowledged
 * @param cause that of the alert when they said it
 */
public record AlertAnswer(Optional<Instant> until, String cause, String by, String why, Instant at) {

    /** {@code acknowledged} or {@code snoozed}. */
    public String word() {
        return until.isPresent() ? "snoozed" : "acknowledged";
    }
}
