package org.evidencewatch.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.Redirect;

/**
 * All that is on record of one capture, but its bytes. What comes from the web (addresses, headers) is as it came.
 *
 * @param purpose the word for it: {@code refresh}, {@code confirm} or {@code manual}
 * @param kind the word for it, a revisit with its profile: {@code response}, {@code revisit, server-not-modified}
 * @param refersTo the capture whose bytes a revisit stands for
 * @param outcome its reason code, {@code OK} for a good reading; {@code detail} is one sentence for people
 * @param quarantined whether a person said that it is no reading of the page
 * @param shown the bytes that it stands for; empty where it brought none
 * @param signedBy who brought it, where none of our programs did
 */
public record CaptureSheet(
        long id,
        long sourceId,
        String url,
        Instant at,
        Duration took,
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
        Optional<Shown> shown,
        Optional<String> signedBy) {

    public CaptureSheet {
        redirects = List.copyOf(redirects);
        headers = Map.copyOf(headers);
    }

    /**
     * The bytes of a page, as the capture brought them that is named here.
     *
     * @param length in octets, decoded
     * @param wireLength in octets as they were sent; empty where they were not sent to us
     */
    public record Shown(
            long responseId,
            ContentDigest digest,
            long length,
            Optional<String> contentEncoding,
            Optional<Long> wireLength) {}
}
