package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An item with its place in the queue, and no more than is needed to choose it. Pure.
 *
 * @param holder who holds it now
 * @param askers who asked somebody else to answer, one for each reason that waits
 * @param work how long people are expected to look at all its reasons
 */
record Ranked(Place place, Optional<String> holder, List<Optional<String>> askers, Duration work) {

    Ranked {
        askers = List.copyOf(askers);
    }

    /**
     * An open reason, as far as it gives its item a place.
     *
     * @param weight a stake without words
     * @param hold of its item, perhaps one that has ended
     * @param asker who asked somebody else to answer
     * @param deferredUntil it waits from then on; empty where it does already
     */
    record Light(
            long item,
            long id,
            Lane lane,
            int severity,
            Stake weight,
            Instant openedAt,
            Optional<Hold> hold,
            Optional<String> asker,
            Optional<Instant> deferredUntil) {

        private boolean waits(Instant asOf) {
            return deferredUntil.filter(asOf::isBefore).isEmpty();
        }

        private Rank rank(Instant asOf) {
            return new Rank(weight.priority(severity, Item.age(openedAt, asOf)), severity, lane, id);
        }
    }

    /**
     * The items of which any of these reasons waits, in the order of the queue at that time.
     *
     * @param leaseTime a lease that ends later holds its item
     */
    static List<Ranked> of(Collection<Light> reasons, Instant asOf, Instant leaseTime) {
        Map<Long, List<Light>> items =
                reasons.stream().filter(reason -> reason.waits(asOf)).collect(Collectors.groupingBy(Light::item));
        return items.values().stream()
                .map(item -> ranked(item, asOf, leaseTime))
                .sorted(Comparator.comparing(Ranked::place))
                .toList();
    }

    private static Ranked ranked(List<Light> reasons, Instant asOf, Instant leaseTime) {
        Light any = reasons.getFirst();
        Rank worst = reasons.stream()
                .map(reason -> reason.rank(asOf))
                .min(Rank::compareTo)
                .orElseThrow();
        return new Ranked(
                Place.of(worst, any.openedAt(), any.item()),
                any.hold().filter(hold -> leaseTime.isBefore(hold.until())).map(Hold::by),
                reasons.stream().map(Light::asker).toList(),
                reasons.stream().map(reason -> reason.lane().look()).reduce(Duration.ZERO, Duration::plus));
    }

    long id() {
        return place.id();
    }

    Lane lane() {
        return place.lane();
    }

    /** Whether {@code who} may answer any of it: not where all waits for somebody else at their own wish. */
    boolean answerableBy(String who) {
        return !askers.stream().allMatch(Optional.of(who)::equals);
    }
}
