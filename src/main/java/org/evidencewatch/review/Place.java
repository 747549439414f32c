package org.evidencewatch.review;

import java.time.Instant;
import java.util.Comparator;

/**
 * The place of an item in the queue: what its record stands to lose, then lane, then the longer wait, then the older. No two
 * items have the same.
 *
 * @param priority of its worst reason, at the time of the look
 * @param lane of its worst reason
 */
record Place(double priority, Lane lane, Instant openedAt, long id) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparingDouble((Place place) -> -place.priority())
            .thenComparing(Place::lane)
            .thenComparing(Place::openedAt)
            .thenComparingLong(Place::id);

    /** Priority and lane are those of its worst reason. */
    static Place of(Rank worst, Instant openedAt, long id) {
        return new Place(worst.priority(), worst.lane(), openedAt, id);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
