package org.evidencewatch.company;

/**
 * The place of a claim in its record, which is its name for good.
 *
 * @param ordinal its number within the dimension, from 0: several may stand in one
 */
public record ClaimPlace(Dimension dimension, int ordinal) {

    public ClaimPlace {
        if (ordinal < 0) {
            throw new IllegalArgumentException("a claim of " + dimension.key() + " is numbered " + ordinal);
        }
    }
}
