package org.evidencewatch.review;

import java.time.Instant;

/**
 * A lease on a work item, so that two people do not look at the same company.
 *
 * @param by who holds it
 * @param until when it ends by itself, by the database's clock
 */
public record Hold(String by, Instant until) {}
