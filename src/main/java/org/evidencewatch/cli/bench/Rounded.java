package org.evidencewatch.cli.bench;

import java.time.Duration;

/** Figures to three places: more are not measured. */
final class Rounded {

    private static final double PLACES = 1e3;

    private Rounded() {}

    static double of(double figure) {
        return Math.round(figure * PLACES) / PLACES;
    }

    static double seconds(Duration time) {
        return of(time.toNanos() / 1e9);
    }
}
