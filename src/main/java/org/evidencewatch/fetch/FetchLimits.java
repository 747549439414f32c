package org.evidencewatch.fetch;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Bounds on what one request may cost us. Beyond a bound the answer is dropped and the connection closed.
 *
 * @param lookup longest wait for the DNS
 * @param connect longest wait for one address to accept, and for one step of the TLS handshake
 * @param silence longest wait between two reads
 * @param total longest time for one hop: look-up, connecting, request and whole answer
 * @param headLine longest status or header line
 * @param headLines most header lines
 * @param wire largest content as transferred
 * @param body largest content once decoded
 * @param expansion how many times larger than transferred the content may become, once beyond 1 MiB
 * @param redirects most hops that are followed for one page
 * @param crawlDelay longest {@code Crawl-delay} that is honoured; a longer one is cut to this
 * @param perAddress most requests in flight to one address, whatever names it goes by
 */
public record FetchLimits(
        Duration lookup,
        Duration connect,
        Duration silence,
        Duration total,
        DataSize headLine,
        int headLines,
        DataSize wire,
        DataSize body,
        int expansion,
        int redirects,
        Duration crawlDelay,
        int perAddress) {

    /** The one place where the bounds are stated. */
    public static final FetchLimits DEFAULTS = new FetchLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            DataSize.ofKilobytes(16),
            200,
            DataSize.ofMegabytes(8),
            DataSize.ofMegabytes(16),
            200,
            10,
            Duration.ofSeconds(30),
            8);

    public FetchLimits {
        for (Duration wait : new Duration[] {lookup, connect, silence, total}) {
            if (wait.compareTo(Duration.ZERO) <= 0) {
                throw new IllegalArgumentException("a wait of " + wait + " is over before it begins");
            }
        }
        if (body.toBytes() > Integer.MAX_VALUE / 2 || wire.compareTo(body) > 0) {
            throw new IllegalArgumentException("content of " + wire + " on the wire and " + body + " decoded");
        }
        if (headLines < 1 || expansion < 1 || redirects < 0 || perAddress < 1 || crawlDelay.isNegative()) {
            throw new IllegalArgumentException("a bound below its least value");
        }
    }

    /** How much of a page is read. */
    BodyLimit page() {
        return new BodyLimit((int) wire.toBytes(), (int) body.toBytes(), expansion, false);
    }
}
