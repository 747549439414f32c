package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.company.Sha256;

/**
 * The work item of one company: everything that a person should look at there. A company never has two open ones.
 *
 * @param company the company's slug
 * @param age since it was opened
 * @param closedAt when the last of its reasons was answered or fell away
 * @param hold who holds it now, if anybody
 * @param lastDecision id of the newest decision on any of its reasons
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
        Optional<Long> lastDecision,
        List<OpenReason> reasons) {

    private static final int VERSION = 16;

    /** The order of the queue: what the record stands to lose, then lane, then the longer wait. */
    static final Comparator<Item> MOST_AT_STAKE_FIRST = Comparator.comparing(Item::place);

    public Item {
        Duration waited = age;
        reasons = reasons.stream()
                .sorted(Comparator.comparing(reason -> reason.rank(waited)))
                .toList();
    }

    private Place place() {
        return new Place(priority(), lane().orElse(Lane.DISPUTED), openedAt, id);
    }

    /**
     * A short token of what a decider sees here: another one as soon as a reason comes or goes, is decided, put off or handed on,
     * what is at stake is worked out anew, or somebody else holds the item. It stays while time passes and a lease is prolonged.
     */
    public String version() {
        String state = reasons.stream()
                .sorted(Comparator.comparingLong(OpenReason::id))
                .map(OpenReason::state)
                .collect(Collectors.joining("\n", id + " " + lastDecision + " " + hold.map(Hold::by) + "\n", ""));
        return Sha256.of(state).substring(0, VERSION);
    }

    /** How long something has waited that was opened then; nothing where that is yet to come. */
    static Duration age(Instant opened, Instant now) {
        Duration waited = Duration.between(opened, now);
        return waited.isNegative() ? Duration.ZERO : waited;
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
