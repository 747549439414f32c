package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.fetch.HostState.Rest;

/**
 * What a host's answers mean for our next request to it. Pure.
 *
 * <p>429 and 503 (RFC 6585, section 4; RFC 9110, section 15.6.4): the whole host rests for as long as it asks, or 30
 * seconds, doubled by every further one up to six hours; and it is asked more slowly afterwards, until it has answered for
 * a while without complaint.
 *
 * <p>Failures in a row open a circuit: a host that does not even connect is left alone sooner than one that answers with
 * errors, and one that answered in this run later than one that never did, for some of its pages may be broken alone.
 * After its rest one request goes through; its success closes the circuit, its failure opens it again.
 */
final class Manners {

    /** Longest {@code Retry-After} that is honoured. */
    static final Duration LONGEST_REST = Duration.ofHours(24);

    /** Longest pause between two requests that strikes can lead to. */
    static final Duration LONGEST_PACE = Duration.ofSeconds(30);

    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_OWN_REST = Duration.ofHours(6);
    private static final Duration SLOWER_FROM = Duration.ofSeconds(1);
    private static final int MOST_STRIKES = 10;
    private static final int FORGIVEN_AFTER = 10;
    private static final int OPENS = 10;
    private static final int OPENS_LATER = 20;
    private static final int MOST_FAULTS = 1_000;

    private Manners() {}

    /**
     * The state after a request.
     *
     * @param answered whether the host answered without failure in this run before
     * @param jitter in [0, 1): spreads the rests of hosts that failed together
     */
    static HostState after(HostState before, Exchange exchange, Instant now, boolean answered, double jitter) {
        if (exchange instanceof Exchange.Answer answer && (answer.status() == 429 || answer.status() == 503)) {
            return overloaded(before, answer, now, jitter);
        }
        int weight = weight(exchange);
        if (weight < 0) {
            return before;
        }
        return weight == 0 ? calmed(before) : failed(before, weight, now, answered, jitter);
    }

    /** The pause before the next request to a host that wants this one. */
    static Duration pace(HostState state, Duration base) {
        if (state.strikes() == 0) {
            return base;
        }
        Duration slower = longer(base, SLOWER_FROM).multipliedBy(1L << Math.min(state.strikes(), 8));
        return longer(base, slower.compareTo(LONGEST_PACE) > 0 ? LONGEST_PACE : slower);
    }

    /** Whether a failure says that the host is in trouble, and how clearly; 0: it is well; negative: it says nothing. */
    private static int weight(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answer answer -> answer.status() >= 500 || answer.status() == 403 ? 1 : 0;
            case Exchange.Failed failed ->
                switch (failed.cause()) {
                    case DNS_ERROR, CONNECT_ERROR, TLS_ERROR -> 4;
                    case TIMEOUT -> 2;
                    case PROTOCOL_ERROR, TRUNCATED, DECODE_ERROR -> 1;
                    case ROBOTS_UNREACHABLE, NOT_RECORDED -> -1;
                };
            case Exchange.Dropped dropped -> -1;
            case Exchange.Refused refused -> -1;
            case Exchange.Deferred deferred -> -1;
        };
    }

    private static HostState overloaded(HostState before, Exchange.Answer answer, Instant now, double jitter) {
        Duration own = shorter(FIRST_REST.multipliedBy(1L << before.strikes()), LONGEST_OWN_REST);
        Optional<Duration> asked = RetryAfter.of(answer, now);
        Duration rest = asked.map(wait -> longer(shorter(wait, LONGEST_REST), SLOWER_FROM))
                .orElseGet(() -> jittered(own, jitter));
        String why = "status " + answer.status()
                + (asked.isPresent() ? ", which asked for " + shown(rest) : ", without saying for how long");
        return new HostState(
                Math.min(MOST_STRIKES, before.strikes() + 1),
                before.faults(),
                0,
                Optional.of(new Rest(now.plus(rest), why)));
    }

    private static HostState calmed(HostState before) {
        boolean forgiven = before.strikes() > 0 && before.calm() + 1 >= FORGIVEN_AFTER;
        return new HostState(
                forgiven ? before.strikes() - 1 : before.strikes(),
                0,
                forgiven ? 0 : before.calm() + 1,
                Optional.empty());
    }

    private static HostState failed(HostState before, int weight, Instant now, boolean answered, double jitter) {
        int faults = Math.min(MOST_FAULTS, before.faults() + weight);
        int opens = answered ? OPENS_LATER : OPENS;
        if (faults < opens) {
            return new HostState(before.strikes(), faults, 0, Optional.empty());
        }
        // What answers with errors may have good pages among the bad: it is tried again soon, and no less often later.
        int again = weight == 1 ? 0 : Math.min(8, (faults - opens) / weight);
        Duration rest = jittered(shorter(FIRST_REST.multipliedBy(1L << again), LONGEST_OWN_REST), jitter);
        String why = "it failed many times in a row";
        return new HostState(before.strikes(), faults, 0, Optional.of(new Rest(now.plus(rest), why)));
    }

    private static Duration jittered(Duration wait, double jitter) {
        return wait.plusMillis((long) (wait.toMillis() * jitter / 4));
    }

    /** A wait, for people. */
    static String shown(Duration wait) {
        return wait.toSeconds() + " s";
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
