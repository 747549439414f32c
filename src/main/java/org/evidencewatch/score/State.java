package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A state that the claims of a dimension may be in.
 *
 * @param id its name in files, unique in its dimension
 * @param words what it means, for people
 * @param share 0 to 1: how much of the dimension's weight it counts
 * @param when what must be met, each by some fact
 * @param unless what must not be met
 */
public record State(String id, String words, BigDecimal share, List<Condition> when, List<Condition> unless) {

    public State {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("state " + id + " counts " + share + ", which is not within 0..1");
        }
        when = List.copyOf(when);
        unless = List.copyOf(unless);
    }

    /** The conditions as a person says them; empty where it has none. */
    public String asks() {
        String met = joined(when, " and ");
        return unless.isEmpty() ? met : met + ", unless " + joined(unless, " or ");
    }

    private static String joined(List<Condition> conditions, String by) {
        return conditions.stream().map(Condition::words).collect(Collectors.joining(by));
    }
}
