package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a page is asked for again in the same run, and after how long at least. Pure.
 *
 * <p>By the class of error: what may pass by itself is asked for once more, soon where an answer broke off, later where no
 * connection came about. What the host must answer for is left to its rest: then the page was not asked for at all, and
 * asking later costs the host nothing more.
 */
public final class Retrying {

    /** How often a page is asked for in one run. */
    public static final int MOST_TRIES = 2;

    private static final Duration BROKE_OFF = Duration.ofSeconds(2);
    private static final Duration NOT_REACHED = Duration.ofSeconds(5);
    private static final Duration OVERLOADED = Duration.ofSeconds(1);

    private Retrying() {}

    /**
     * The wait before the next try; empty when there is none.
     *
     * @param tries how often the page was asked for, this time included where it was
     * @param jitter in [0, 1): spreads the retries of hosts that failed together
     */
    public static Optional<Duration> after(FetchResult result, int tries, double jitter) {
        if (result instanceof FetchResult.Deferred deferred) {
            return Optional.of(deferred.rest().plusMillis(1 + (long) (jitter * 1000)));
        }
        return tries >= MOST_TRIES
                ? Optional.empty()
                : wait(result).map(wait -> wait.plusMillis((long) (wait.toMillis() * jitter / 2)));
    }

    private static Optional<Duration> wait(FetchResult result) {
        return switch (result) {
            case FetchResult.Failed failed -> failed.retryable() ? wait(failed.cause()) : Optional.empty();
            case FetchResult.Received received ->
                switch (received.status()) {
                    // The host rests now; asked again, it says for how long.
                    case 429, 503 -> Optional.of(OVERLOADED);
                    case 500, 502, 504 -> Optional.of(NOT_REACHED);
                    default -> Optional.empty();
                };
            case FetchResult.Deferred deferred -> Optional.of(deferred.rest());
            case FetchResult.NotModified notModified -> Optional.empty();
            case FetchResult.Disallowed disallowed -> Optional.empty();
            case FetchResult.Refused refused -> Optional.empty();
        };
    }

    private static Optional<Duration> wait(FailureCause cause) {
        return switch (cause) {
            case DNS_ERROR, CONNECT_ERROR, TIMEOUT -> Optional.of(NOT_REACHED);
            case TLS_ERROR, PROTOCOL_ERROR, TRUNCATED, DECODE_ERROR -> Optional.of(BROKE_OFF);
            // A robots.txt that cannot be had is asked for again by the next run.
            case ROBOTS_UNREACHABLE, NOT_RECORDED -> Optional.empty();
        };
    }
}
