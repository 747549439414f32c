package org.evidencewatch.change;

import java.time.Instant;

/**
 * A change that was detected earlier and has no outcome yet, or one decided about a page that is still not there.
 *
 * @param confirmed a later read agreed
 * @param decided a person has answered it; only kept in mind so that the same absence is not flagged again
 */
public record Detection(
        long id, Kind kind, Fingerprint fingerprint, Instant observedAt, boolean confirmed, boolean decided) {}
