package org.evidencewatch.snapshot;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to read one source; a run makes at most one for each purpose.
 *
 * @param at when the answer, or the failure, was there
 */
public record Attempt(long runId, long sourceId, Purpose purpose, URI url, Instant at, Duration took) {}
