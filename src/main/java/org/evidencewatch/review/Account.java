package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can log in.
 *
 * @param disabledAt since when that is over
 */
public record Account(String name, Role role, Instant createdAt, Optional<Instant> disabledAt) {}
