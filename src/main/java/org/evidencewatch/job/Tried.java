package org.evidencewatch.job;

import java.time.Duration;
import java.util.Optional;
import org.evidencewatch.fetch.Places.Place;

/**
 * One try of a visit.
 *
 * @param visited how the visit ends if this was the last try
 * @param again least time until another try makes sense; empty when none does
 * @param asked whether the page was asked for; not so when its host rests
 */
record Tried(Visited visited, Optional<Duration> again, boolean asked) {

    /** Tries visits. */
    @FunctionalInterface
    interface Trying {

        /**
         * Tries one.
         *
         * @param earlier how often the page was asked for before
         * @param place has room for what comes, until the caller closes it
         */
        Tried attempt(Visit visit, int earlier, Place place);
    }
}
