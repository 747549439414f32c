package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;
import org.evidencewatch.fetch.Redirect;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.snapshot.CaptureSheet.Shown;

/**
 * What is on record of a capture, but its bytes. Addresses, headers and titles are as they came from the web.
 *
 * @param took as an ISO 8601 duration
 * @param digest SHA-256 of the decoded bytes that it stands for, in hex; without it, it brought none
 * @param length of these bytes
 * @param reading what today's extractor reads there
 */
record CaptureView(
        long id,
        String url,
        Instant at,
        String took,
        String purpose,
        String kind,
        Optional<Long> refersTo,
        String outcome,
        String detail,
        boolean good,
        boolean quarantined,
        String requestedUrl,
        Optional<String> effectiveUrl,
        List<Redirect> redirects,
        Optional<Integer> status,
        Map<String, List<String>> headers,
        Optional<String> digest,
        Optional<Long> length,
        Optional<String> contentEncoding,
        Optional<Long> wireLength,
        Optional<String> signedBy,
        Optional<ReadingView> reading) {

    /** A reading without its text; {@code state} is what the page is. */
    record ReadingView(
            String state,
            List<StateReason> stateReasons,
            String extractorVersion,
            String platform,
            String title,
            int blocks) {

        static ReadingView of(Reading reading) {
            return new ReadingView(
                    reading.state().name(),
                    reading.stateReasons(),
                    reading.extractorVersion(),
                    reading.platform(),
                    reading.title(),
                    reading.blocks().size());
        }
    }

    static CaptureView of(CaptureSheet capture, Optional<Reading> reading) {
        Optional<Shown> shown = capture.shown();
        return new CaptureView(
                capture.id(),
                capture.url(),
                capture.at(),
                capture.took().toString(),
                capture.purpose(),
                capture.kind(),
                capture.refersTo(),
                capture.outcome(),
                capture.detail(),
                capture.good(),
                capture.quarantined(),
                capture.requestedUrl(),
                capture.effectiveUrl(),
                capture.redirects(),
                capture.status(),
                capture.headers(),
                shown.map(bytes -> bytes.digest().hex()),
                shown.map(Shown::length),
                shown.flatMap(Shown::contentEncoding),
                shown.flatMap(Shown::wireLength),
                capture.signedBy(),
                reading.map(ReadingView::of));
    }
}
