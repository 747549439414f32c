package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What a program shows instead of a password: it acts in its owner's name.
 *
 * @param label what its owner calls it
 * @param role the most that it may do; never more than its owner
 */
public record Token(
        long id,
        String owner,
        String label,
        Role role,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
