package org.evidencewatch.change;

import java.util.List;
import java.util.Set;

/** What came of a decision on passages. */
public sealed interface LinkReply {

    /**
     * It is recorded; also where some of it was recorded before.
     *
     * @param accepted how many passages were accepted by it now
     * @param rejected how many were rejected
     * @param before how many it had been said of already
     */
    record Done(int accepted, int rejected, int before) implements LinkReply {}

    /** There is no such company. */
    record NoCompany(String slug) implements LinkReply {}

    /** No claim of the company has these passages. Nothing was recorded. */
    record NoLinks(Set<Long> ids) implements LinkReply {

        public NoLinks {
            ids = Set.copyOf(ids);
        }
    }

    /** The opposite was said of these passages before. Nothing was recorded. */
    record DecidedOtherwise(List<ClaimLink> links) implements LinkReply {

        public DecidedOtherwise {
            links = List.copyOf(links);
        }
    }
}
