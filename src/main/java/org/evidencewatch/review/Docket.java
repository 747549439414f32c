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

    /** What a reason rests on. */
    sealed interface Ground {

        /**
         * A change of a cited page.
         *
         * @param change its id
         * @param capture the capture that showed it
         * @param pageStands whether that capture is a good reading of the page
         * @param absent whether the page said that it is not there, rather than being elsewhere
         * @param candidate where the page may be now
         * @param outcome how the change ended, if it did
         */
        record OfPage(
                long change,
                long capture,
                boolean pageStands,
                boolean absent,
                Optional<String> candidate,
                Optional<String> outcome)
                implements Ground {}

        /** A dispute, by its id. */
        record OfDispute(long dispute) implements Ground {}
    }

    /**
     * One reason of the item.
     *
     * @param company id of the company
     * @param citation of the page, if the company still cites it
     * @param key what a move of the record would rest on
     * @param closedAs how the reason ended, if it did
     * @param deferredUntil when it comes back into sight
     * @param opinionOf who asked for a second opinion
     * @param round how often an answer to it was taken back
     * @param last the newest decision on the reason
     */
    record Line(
            long reason,
            long company,
            Ground ground,
            Optional<Long> citation,
            Optional<Key> key,
            Optional<String> closedAs,
            Optional<Instant> deferredUntil,
            Optional<String> opinionOf,
            int round,
            Optional<Decision> last) {

        boolean open() {
            return closedAs.isEmpty();
        }

        /** Whether it waits for an answer in sight of people. */
        boolean waits(Instant now) {
            return open() && deferredUntil.filter(now::isBefore).isEmpty();
        }

        /** The page that it is about; empty for a dispute. */
        Optional<Ground.OfPage> page() {
            return ground instanceof Ground.OfPage page ? Optional.of(page) : Optional.empty();
        }
    }
}
