package org.evidencewatch.company;

import java.util.Comparator;
import java.util.List;

/**
 * A claim as it is published.
 *
 * @param claim its addresses are those of citations that it names
 * @param ordinal its number within its dimension, from 0; with the dimension it names the claim for good
 * @param support the pages that it rests on: those that it names, and others where words were found; by address
 */
public record PublishedClaim(Claim claim, int ordinal, List<Support> support) {

    /** As many claims as a record may have fit in below it. */
    static final int HIGHEST = 9_999;

    public PublishedClaim {
        if (ordinal < 0 || ordinal > HIGHEST) {
            throw new IllegalArgumentException(
                    "claim " + ordinal + " of " + claim.dimension().key());
        }
        support = support.stream().sorted(Comparator.comparing(Support::url)).toList();
    }

    /** Its name within its company: {@code refund/0}. */
    public String key() {
        return claim.dimension().key() + "/" + ordinal;
    }
}
