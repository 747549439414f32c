package org.evidencewatch.review;

import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Dimension;

/**
 * A claim as a revision of a record states it.
 *
 * @param ordinal its number within the dimension, from 0
 */
public record RecordClaim(Dimension dimension, int ordinal, String statement) {

    ClaimPlace place() {
        return new ClaimPlace(dimension, ordinal);
    }
}
