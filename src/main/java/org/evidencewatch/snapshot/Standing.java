package org.evidencewatch.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source has been doing, and how often it is therefore asked for. By time, not by tries: a page that failed for an
 * evening is no worse for having been asked for often.
 */
public enum Standing {
    /** Read well the last time, or never tried. */
    OK(Duration.ofHours(20)),
    /** Read well again after it failed within the last three days. */
    RECOVERED(Duration.ofHours(20)),
    /** Failing for less than three days. */
    WOBBLY(Duration.ofHours(20)),
    /** Failing for three days: every second night. */
    FAILING(Duration.ofHours(44)),
    /** Failing for two weeks: every seventh night. No source waits longer. */
    DOWN(Duration.ofHours(164));

    /** When failing begins. */
    public static final Duration FAILING_AFTER = Duration.ofDays(3);

    /** When a failing source counts as down. */
    public static final Duration DOWN_AFTER = Duration.ofDays(14);

    private final Duration rest;

    Standing(Duration rest) {
        this.rest = rest;
    }

    /**
     * The standing at a time.
     *
     * @param failingSince the first failed capture after the last good one; empty when the newest capture is good
     * @param lastFailed the newest failed capture of all
     */
    public static Standing of(Optional<Instant> failingSince, Optional<Instant> lastFailed, Instant at) {
        if (failingSince.isEmpty()) {
            return lastFailed.isPresent() && lasts(lastFailed.get(), at).compareTo(FAILING_AFTER) < 0 ? RECOVERED : OK;
        }
        Duration failing = lasts(failingSince.get(), at);
        if (failing.compareTo(FAILING_AFTER) < 0) {
            return WOBBLY;
        }
        return failing.compareTo(DOWN_AFTER) < 0 ? FAILING : DOWN;
    }

    /** Least time between two attempts; a little less than its nights, so that a late run makes none late. */
    public Duration rest() {
        return rest;
    }

    /** For people and for JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Duration lasts(Instant from, Instant to) {
        return Duration.between(from, to);
    }
}
