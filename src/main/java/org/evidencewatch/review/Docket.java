package org.evidencewatch.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the rules of deciding need to know of one work item.
 *
 * @param hold who holds the item now, if anybody
 * @param lines its reasons, answered ones included, by id
 */
record Docket(Optional<Hold> hold, List<Line> lines) {

    Docket {
        lines = List.copyOf(lines);
    }

    /**
     * One reason of the item.
     *
     * @param capture the capture that showed the change
     * @param confirmation the later read that agreed
     * @param closedAs how the reason ended, if it did
     * @param deferredUntil when it comes back into sight
     * @param outcome how the change ended, if it did
     * @param last the newest decision on the reason
     */
    record Line(
            long reason,
            long change,
            long capture,
            Optional<Long> confirmation,
            Optional<String> closedAs,
            Optional<Instant> deferredUntil,
            Optional<String> outcome,
            Optional<Decision> last) {

        boolean open() {
            return closedAs.isEmpty();
        }

        /** Whether it waits for an answer in sight of people. */
        boolean waits(Instant now) {
            return open() && deferredUntil.filter(now::isBefore).isEmpty();
        }
    }
}
