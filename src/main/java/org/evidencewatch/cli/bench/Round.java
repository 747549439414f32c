package org.evidencewatch.cli.bench;

import java.util.List;

/**
 * All nights, once.
 *
 * @param startUp both programs with nothing to do
 * @param nights in the order of the plan
 */
record Round(Pair startUp, List<Pair> nights) {

    Round {
        nights = List.copyOf(nights);
    }
}
