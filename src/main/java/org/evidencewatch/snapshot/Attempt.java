package org.evidencewatch.snapshot;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to read one source; a run makes at most one for each purpose.
 *
 * @param at when the answer, or the failure, was there; of a page that a person brought, when they saw it
 * @param signedBy who says that they saw it so; present for {@link Purpose#MANUAL} and only then
 */
public record Attempt(
        long runId, long sourceId, Purpose purpose, URI url, Instant at, Duration took, Optional<String> signedBy) {

    public Attempt {
        if ((purpose == Purpose.MANUAL) != signedBy.isPresent()) {
            throw new IllegalArgumentException("a capture is signed by a person exactly when one brought it: " + url);
        }
    }

    /** An attempt of our own. */
    public Attempt(long runId, long sourceId, Purpose purpose, URI url, Instant at, Duration took) {
        this(runId, sourceId, purpose, url, at, took, Optional.empty());
    }
}
