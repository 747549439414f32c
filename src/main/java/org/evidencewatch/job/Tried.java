package org.evidencewatch.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.Places.Place;
import org.evidencewatch.snapshot.Held;

/**
 * One try of a visit.
 *
 * @param visited how the visit ends if this was the last try
 * @param again least time until another try makes sense; empty when none does
 * @param asked whether the page was asked for; not so when its host rests
 */
record Tried(Visited visited, Optional<Duration> again, boolean asked) {

    /** Tries visits. */
    interface Trying {

        /** What we hold of these pages; asked for a few at a time, shortly before their turn. */
        Map<Long, Held> held(List<Visit> visits);

        /**
         * Tries one.
         *
         * @param held what we hold of the page
         * @param earlier how often the page was asked for before
         * @param place has room for what comes, until the caller closes it
         */
        Tried attempt(Visit visit, Optional<Held> held, int earlier, Place place);
    }
}
