package org.evidencewatch.change;

import java.util.Optional;

/**
 * What was made of one capture, as it is on record.
 *
 * @param baseline what it was compared with; empty when there was nothing yet
 * @param recorded what was found then
 * @param fingerprint of the differing words, where they differed from the baseline's
 * @param good it showed the cited page itself
 * @param by the rules by which it was judged
 * @param flagged the change that was detected in it
 */
public record Past(
        long captureId,
        long sourceId,
        Optional<Side> baseline,
        Finding recorded,
        Optional<Fingerprint> fingerprint,
        boolean good,
        Versions by,
        Optional<Long> flagged) {

    /** A capture, and the one that brought its bytes: itself, or that which it is a revisit of. */
    public record Side(long captureId, long responseId) {}
}
