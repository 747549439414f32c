package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Quote;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * What is on record of a source before it is read again.
 *
 * @param baseline the capture last accepted, and the digest of its comparison text
 * @param last the newest good capture
 * @param pending detections without an outcome, and a decided absence that still lasts
 * @param quotes what citations of this source quote
 * @param experience what else the source has shown
 */
public record Known(
        Optional<Baseline> baseline,
        Optional<Last> last,
        List<Detection> pending,
        List<Quote> quotes,
        Experience experience) {

    public Known {
        pending = List.copyOf(pending);
        quotes = List.copyOf(quotes);
    }

    /** What is known of a source that nobody quotes. */
    public Known(Optional<Baseline> baseline, Optional<Last> last, List<Detection> pending) {
        this(baseline, last, pending, List.of(), Experience.NONE);
    }

    /** A source that was never read. */
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), List.of());

    /** The digest of a comparison text, and the extractor that read it: texts by two versions are not comparable. */
    public record Text(ContentDigest digest, String extractorVersion) {}

    /** The accepted capture; {@code responseId} is the capture that brought its bytes. */
    public record Baseline(long captureId, long responseId, Text text) {}

    /** The newest good capture: its text, and how it differed from the baseline, where it did, by those rules. */
    public record Last(long responseId, Text text, Optional<Fingerprint> fingerprint, Versions by) {}
}
