package org.evidencewatch.change;

import java.util.Optional;
import org.evidencewatch.company.Dimension;

/**
 * A claim as its record states it now.
 *
 * @param revision the revision that states it so
 * @param summary what the record says in sum, which speaks for a claim that states nothing itself (a bare address)
 */
record StatedClaim(
        long id, long company, long revision, Dimension dimension, String statement, Optional<String> summary) {}
