package org.evidencewatch.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When a letter is tried again: ten attempts over about three days, as the Standard Webhooks specification advises. Pure: the
 * jitter is made of id and attempt, so that many letters that failed at once do not all come back at once.
 */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** How much longer a wait may become, in hundredths. */
    private static final int JITTER = 20;

    private Backoff() {}

    /** How long to wait after that attempt, counted from 1; empty where it was the last. */
    static Optional<Duration> after(int attempt, UUID id) {
        if (attempt > WAITS.size()) {
            return Optional.empty();
        }
        var wait = WAITS.get(attempt - 1);
        long share = Math.floorMod(id.hashCode() * 31L + attempt * 7919L, JITTER + 1);
        return Optional.of(wait.plus(wait.multipliedBy(share).dividedBy(100)));
    }
}
