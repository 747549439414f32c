package org.evidencewatch.review;

import java.util.List;

/** What came of a request to the queue. Only {@link Done} changed anything. */
public sealed interface Reply {

    /**
     * It is done.
     *
     * @param item as it stands now
     * @param decisions those just recorded; none for a claim, a release or a note
     */
    record Done(Item item, List<Decision> decisions) implements Reply {

        public Done {
            decisions = List.copyOf(decisions);
        }
    }

    /** It was answered, or taken back, at every company that has the same change: what came of it at each, by slug. */
    record Everywhere(List<Member> members) implements Reply {

        public Everywhere {
            members = List.copyOf(members);
        }

        /** At how many it is recorded now. */
        public long done() {
            return members.stream()
                    .filter(member -> member.reply() instanceof Done)
                    .count();
        }
    }

    /** One company of several. */
    record Member(String company, Reply reply) {}

    /** It was answered before, by this request sent twice or by somebody else. Nothing more was recorded. */
    record AlreadyDecided(Item item, Decision decision) implements Reply {}

    /** The item is no longer what the decider saw. Nothing was recorded. */
    record Stale(Item item) implements Reply {}

    /** Somebody else holds the item. */
    record HeldByAnother(Item item, Hold hold) implements Reply {}

    /** No work item has this id, and no work item's company this slug; or there is no such decision. */
    record Unknown(String word) implements Reply {}

    /** A rule forbids it; the sentence tells people which. */
    record Refused(String because) implements Reply {}
}
