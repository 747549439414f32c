package org.evidencewatch.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one request ended. A 404 is {@link Received}: the server answered. */
public sealed interface FetchResult {

    /**
     * A whole answer, with any status but 304.
     *
     * @param headers names in lower case, values in the order received
     * @param body decoded octets of the content
     * @param effectiveUrl where the body came from, after {@code redirects}
     * @param contentEncoding value of {@code Content-Encoding}, where there was one
     * @param wireLength octets of the content as transferred
     */
    record Received(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            URI effectiveUrl,
            List<Redirect> redirects,
            Optional<String> contentEncoding,
            long wireLength)
            implements FetchResult {

        public Received {
            headers = Map.copyOf(headers);
            redirects = List.copyOf(redirects);
        }
    }

    /** 304 to our conditional request (RFC 9110, section 15.4.5): what we hold is current. */
    record NotModified(Map<String, List<String>> headers, URI effectiveUrl, List<Redirect> redirects)
            implements FetchResult {

        public NotModified {
            headers = Map.copyOf(headers);
            redirects = List.copyOf(redirects);
        }
    }

    /** A rule of robots.txt matched (RFC 9309); nothing of the page was asked for. */
    record Disallowed(URI robots) implements FetchResult {}

    /** Our own gate or limits said no. The detail names no resolved address. */
    record Refused(Refusal refusal, String detail) implements FetchResult {}

    /**
     * Nothing was asked for: the host rests after it was overloaded or failed, or another process reads there.
     *
     * @param rest least time until asking makes sense
     */
    record Deferred(Duration rest, String detail) implements FetchResult {}

    /** The attempt failed. */
    record Failed(FailureCause cause, boolean retryable, String detail) implements FetchResult {}
}
