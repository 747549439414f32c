package org.evidencewatch.citation;

import java.util.Optional;

/** What became of a repair. */
public sealed interface RepairReply {

    /**
     * It was made.
     *
     * @param repair the number of its row
     * @param replacement the citation that stands in the place of the one that was changed
     */
    record Done(long repair, Optional<Long> replacement) implements RepairReply {}

    /** Nothing was changed. */
    record Refused(String because) implements RepairReply {}
}
