package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one request on the wire ended. */
sealed interface Exchange {

    /**
     * The server answered, and the answer is whole (or cut where the request's limit says so).
     *
     * @param headers names in lower case, values in the order received
     * @param body decoded octets
     * @param contentEncoding value of {@code Content-Encoding}, where there was one
     * @param wireLength octets of the content as transferred
     */
    record Answer(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            Optional<String> contentEncoding,
            long wireLength)
            implements Exchange {

        /** The first value of a header. */
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** Our gate or a limit said no. */
    record Refused(Refusal refusal, String detail) implements Exchange {}

    /** Not asked now: the host rests, or another process reads there. */
    record Deferred(Duration rest, String detail) implements Exchange {}

    /**
     * A kept connection turned out to be closed when we wrote to it. The request may be sent once more (RFC 9112, section
     * 9.3.1), in a turn of its own: the server may have seen it after all.
     */
    record Dropped(Failed failed) implements Exchange {}

    /** No whole answer. */
    record Failed(FailureCause cause, boolean retryable, String detail) implements Exchange {}
}
