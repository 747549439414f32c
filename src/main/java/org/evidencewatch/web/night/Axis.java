package org.evidencewatch.web.night;

import java.util.ArrayList;
import java.util.List;

/**
 * The scale of a chart: from nought to a round number, in a few steps. Pure.
 *
 * @param ticks rising, whole, from 0; at least two
 */
record Axis(List<Integer> ticks) {

    private static final int MOST_STEPS = 5;

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** The smallest such scale that holds all values up to {@code highest}, in steps of 1, 2 or 5 times a power of ten. */
    static Axis upTo(int highest) {
        int step = step(Math.max(1, highest));
        var ticks = new ArrayList<Integer>();
        for (long tick = 0; tick < Math.max(1, highest) + (long) step; tick += step) {
            ticks.add((int) Math.min(tick, Integer.MAX_VALUE));
        }
        return new Axis(ticks);
    }

    private static int step(int highest) {
        for (int power = 1; ; power *= 10) {
            for (int digit : List.of(1, 2, 5)) {
                if ((long) digit * power * MOST_STEPS >= highest) {
                    return digit * power;
                }
            }
        }
    }

    int top() {
        return ticks.getLast();
    }
}
