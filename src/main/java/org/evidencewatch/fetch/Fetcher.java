package org.evidencewatch.fetch;

/**
 * The door of this room: one polite request for one page.
 *
 * <p>Obeys robots.txt (RFC 9309), passes every address through the outbound gate, follows redirects itself, and
 * returns every expected failure as a value. Safe for use by many threads; blocks the calling (virtual) thread for its turn
 * at the host and at most the configured total deadline, for each hop.
 */
public interface Fetcher extends AutoCloseable {

    /**
     * Fetches a page once. Never throws for what the network does.
     *
     * @param place taken before each request and kept after the last, for the caller to close when it has put away what
     *     came; not kept while only a host's turn is waited for
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted; it stays interrupted
     */
    FetchResult fetch(FetchRequest request, Places.Place place);

    /** Fetches a page once, for a caller who reads few at a time. */
    default FetchResult fetch(FetchRequest request) {
        try (var place = new Places(1).standby()) {
            return fetch(request, place);
        }
    }

    /** Closes what is still open; requests in flight fail. */
    @Override
    default void close() {}
}
