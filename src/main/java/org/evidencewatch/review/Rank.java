package org.evidencewatch.review;

import java.util.Comparator;

/**
 * The place of a reason within its item: what the record stands to lose by it, then severity, then lane, then the older. What
 * ranks first is what gives the item its lane.
 *
 * @param priority see {@link Stake#priority}
 */
record Rank(double priority, int severity, Lane lane, long id) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER = Comparator.comparingDouble((Rank rank) -> -rank.priority())
            .thenComparing(Comparator.comparingInt(Rank::severity).reversed())
            .thenComparing(Rank::lane)
            .thenComparingLong(Rank::id);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
