package org.evidencewatch.cli.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param rounds how often all of it, each time from empty tables
 * @param nights of a round, in their order
 * @param latency of every answer of the site
 */
public record Plan(SiteShape shape, int rounds, List<Night> nights, Duration latency) {

    public Plan {
        nights = List.copyOf(nights);
        if (rounds < 1) {
            throw new IllegalArgumentException(rounds + " rounds are not at least 1");
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("a latency of " + latency + " is below zero");
        }
    }
}
