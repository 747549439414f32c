package org.evidencewatch.job;

import java.util.Optional;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * A visit that ended.
 *
 * @param trial what became of an endpoint that was asked
 * @param notFound what the host shows for pages that do not exist, where that was asked
 * @param interpretation what a response says; empty for every other capture, and before it was read
 */
record Visited(
        Visit visit,
        Capture capture,
        Optional<Trial> trial,
        Optional<NotFoundPage> notFound,
        Optional<Interpretation> interpretation) {

    /** One for which nothing else was asked. */
    Visited(Visit visit, Capture capture, Optional<Interpretation> interpretation) {
        this(visit, capture, Optional.empty(), Optional.empty(), interpretation);
    }

    /** Our reading of a response, and its body packed for the store. */
    record Interpretation(Reading reading, ContentDigest text, byte[] packed) {}

    /** Bytes that it holds, for bounding what waits in memory. */
    int weight() {
        return capture instanceof Capture.Response r ? r.answer().body().length : 0;
    }
}
