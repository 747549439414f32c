package org.evidencewatch.extract;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reading is made from: the answer as it was stored, and nothing else.
 *
 * @param requestedUrl the cited address; empty for a loose file
 * @param effectiveUrl where the body came from after redirects; empty for a loose file
 * @param status HTTP status; 200 for a loose file
 * @param headers names in lower case
 * @param body decoded octets
 * @param hops status of each redirect that was followed, in their order; empty where there was none, or none is known
 */
public record Page(
        Optional<URI> requestedUrl,
        Optional<URI> effectiveUrl,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        List<Integer> hops) {

    public Page {
        headers = Map.copyOf(headers);
        hops = List.copyOf(hops);
    }

    /** A page that was not redirected, or of which it is not known how. */
    public Page(
            Optional<URI> requestedUrl,
            Optional<URI> effectiveUrl,
            int status,
            Map<String, List<String>> headers,
            byte[] body) {
        this(requestedUrl, effectiveUrl, status, headers, body, List.of());
    }

    /** A page stored as a file, of which only the address may be known. */
    public static Page ofFile(Optional<URI> url, byte[] body) {
        return new Page(url, url, 200, Map.of(), body);
    }

    /** The same where the file's name tells its media type. */
    public static Page ofFile(Optional<URI> url, String mediaType, byte[] body) {
        return new Page(url, url, 200, Map.of("content-type", List.of(mediaType)), body);
    }
}
