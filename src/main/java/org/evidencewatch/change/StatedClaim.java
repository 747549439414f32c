package org.evidencewatch.change;

import java.util.Optional;
import org.evidencewatch.company.Dimension;

/**
 * A claim as its record states it now.
 *
 * @param ordinal its number within the dimension, from 0
 * @param revision the revision that states it so
 * @param summary what the record says in sum, which speaks for a claim that states nothing itself (a bare address)
 */
record StatedClaim(
        long id,
        long company,
        long revision,
        Dimension dimension,
        int ordinal,
        String statement,
        Optional<String> summary) {}
