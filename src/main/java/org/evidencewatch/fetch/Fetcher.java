package org.evidencewatch.fetch;

/**
 * The door of this room: one polite request for one page.
 *
 * <p>Obeys robots.txt (RFC 9309), passes every address through the outbound gate, follows redirects itself, and
 * returns every expected failure as a value. Safe for use by many threads; blocks the calling (virtual) thread for at
 * most the configured total deadline per hop, plus the host's delay.
 */
public interface Fetcher extends AutoCloseable {

    /**
     * Fetches a page once. Never throws for what the network does.
     *
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted; it stays interrupted
     */
    FetchResult fetch(FetchRequest request);

    /** Closes what is still open; requests in flight fail. */
    @Override
    default void close() {}
}
