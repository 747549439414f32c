package org.evidencewatch.review;

import java.util.List;

/** What came of a request to the queue. Only {@link Done} changed anything. */
public sealed interface Reply {

    /**
     * It is done.
     *
     * @param item as it stands now
     * @param decisions those just recorded; none for a claim or a release
     */
    record Done(Item item, List<Decision> decisions) implements Reply {

        public Done {
            decisions = List.copyOf(decisions);
        }
    }

    /** It was answered before, by this request sent twice or by somebody else. Nothing more was recorded. */
    record AlreadyDecided(Item item, Decision decision) implements Reply {}

    /** Somebody else holds the item. */
    record HeldByAnother(Item item, Hold hold) implements Reply {}

    /** No work item has this id, and no work item's company this slug. */
    record Unknown(String word) implements Reply {}

    /** A rule forbids it; the sentence tells people which. */
    record Refused(String because) implements Reply {}
}
