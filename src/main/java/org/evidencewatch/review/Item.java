package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The work item of one company: everything that a person should look at there. A company never has two open ones.
 *
 * @param company the company's slug
 * @param age since it was opened
 * @param closedAt when the last of its reasons was answered or fell away
 * @param hold who holds it now, if anybody
 * @param reasons those that wait for an answer, worst first; deferred ones are left out
 */
public record Item(
        long id,
        String company,
        String name,
        Instant openedAt,
        Duration age,
        Optional<Instant> closedAt,
        Optional<Hold> hold,
        List<OpenReason> reasons) {

    private static final Comparator<OpenReason> WORST_REASON_FIRST = Comparator.comparingInt(
                    (OpenReason reason) -> -reason.severity())
            .thenComparing(OpenReason::lane)
            .thenComparingLong(OpenReason::id);

    /** The order of the queue: severity, then lane, then the longer wait. An item without reasons goes last. */
    static final Comparator<Item> WORST_FIRST = Comparator.comparingInt((Item item) -> -item.severity())
            .thenComparing(item -> item.lane().orElse(Lane.DISPUTED))
            .thenComparing(Item::openedAt)
            .thenComparingLong(Item::id);

    public Item {
        reasons = reasons.stream().sorted(WORST_REASON_FIRST).toList();
    }

    /** The reason that gives the item its lane and severity. */
    public Optional<OpenReason> worst() {
        return reasons.stream().findFirst();
    }

    /** Of the worst reason; empty when none waits. */
    public Optional<Lane> lane() {
        return worst().map(OpenReason::lane);
    }

    /** Of the worst reason, 0 when none waits. */
    public int severity() {
        return worst().map(OpenReason::severity).orElse(0);
    }
}
