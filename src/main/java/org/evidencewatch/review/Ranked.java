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
     * A reason that waits, as far as it gives its item a place.
     *
     * @param weight a stake without words
     * @param asker who asked somebody else to answer
     */
    record Light(
            long item,
            long id,
            Lane lane,
            int severity,
            Stake weight,
            Instant openedAt,
            Optional<String> holder,
            Optional<String> asker) {

        private Rank rank(Instant asOf) {
            return new Rank(weight.priority(severity, Item.age(openedAt, asOf)), severity, lane, id);
        }
    }

    /** The items of these reasons in the order of the queue at that time. */
    static List<Ranked> of(Collection<Light> reasons, Instant asOf) {
        Map<Long, List<Light>> items = reasons.stream().collect(Collectors.groupingBy(Light::item));
        return items.values().stream()
                .map(item -> ranked(item, asOf))
                .sorted(Comparator.comparing(Ranked::place))
                .toList();
    }

    private static Ranked ranked(List<Light> reasons, Instant asOf) {
        Light any = reasons.getFirst();
        Rank worst = reasons.stream()
                .map(reason -> reason.rank(asOf))
                .min(Rank::compareTo)
                .orElseThrow();
        return new Ranked(
                Place.of(worst, any.openedAt(), any.item()),
                any.holder(),
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
