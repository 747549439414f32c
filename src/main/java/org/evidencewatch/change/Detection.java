package org.evidencewatch.change;

import java.time.Instant;
import java.util.Optional;

/**
 * A change that was detected earlier and has no outcome yet, or one decided about a page that is still not there.
 *
 * @param confirmed a later read agreed
 * @param decided a person has answered it; only kept in mind so that the same absence is not flagged again
 * @param origin what it was made from
 * @param slight it may pass by itself: such a thing must stay before it is news
 */
public record Detection(
        long id,
        Kind kind,
        Fingerprint fingerprint,
        Instant observedAt,
        boolean confirmed,
        boolean decided,
        Origin origin,
        boolean slight) {

    /** One that is not slight. */
    Detection(
            long id,
            Kind kind,
            Fingerprint fingerprint,
            Instant observedAt,
            boolean confirmed,
            boolean decided,
            Origin origin) {
        this(id, kind, fingerprint, observedAt, confirmed, decided, origin, false);
    }

    /** The captures that brought the bytes of both sides, and the rules by which these were judged. */
    public record Origin(Optional<Long> baselineResponseId, long responseId, Versions by) {}

    /** The same detection, as other rules see it. */
    Detection as(Kind newKind, Fingerprint newFingerprint) {
        return new Detection(id, newKind, newFingerprint, observedAt, confirmed, decided, origin, slight);
    }

    /** The same detection, once a later read agreed. */
    Detection agreed() {
        return new Detection(id, kind, fingerprint, observedAt, true, decided, origin, slight);
    }
}
