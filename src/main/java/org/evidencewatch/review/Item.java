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
 * @param reasons those that wait for an answer, the one with most at stake first; deferred ones are left out
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

    /** The order of the queue: what the record stands to lose, then lane, then the longer wait. */
    static final Comparator<Item> MOST_AT_STAKE_FIRST = Comparator.comparingDouble((Item item) -> -item.priority())
            .thenComparing(item -> item.lane().orElse(Lane.DISPUTED))
            .thenComparing(Item::openedAt)
            .thenComparingLong(Item::id);

    public Item {
        reasons = reasons.stream().sorted(mostAtStakeFirst(age)).toList();
    }

    private static Comparator<OpenReason> mostAtStakeFirst(Duration age) {
        return Comparator.comparingDouble((OpenReason reason) -> -reason.stake().priority(reason.severity(), age))
                .thenComparing(Comparator.comparingInt(OpenReason::severity).reversed())
                .thenComparing(OpenReason::lane)
                .thenComparingLong(OpenReason::id);
    }

    /** The reason that gives the item its lane and place: that with most at stake. */
    public Optional<OpenReason> worst() {
        return reasons.stream().findFirst();
    }

    /** Of the worst reason; empty when none waits. */
    public Optional<Lane> lane() {
        return worst().map(OpenReason::lane);
    }

    /** The highest of its reasons, 0 when none waits. */
    public int severity() {
        return reasons.stream().mapToInt(OpenReason::severity).max().orElse(0);
    }

    /** What the record stands to lose by the worst reason; 0 when none waits. */
    public double priority() {
        return worst().map(reason -> reason.stake().priority(reason.severity(), age))
                .orElse(0.0);
    }

    /** Why it stands where it does. */
    public Optional<String> rank() {
        return worst().map(reason -> reason.stake().explained(reason.severity(), age));
    }
}
