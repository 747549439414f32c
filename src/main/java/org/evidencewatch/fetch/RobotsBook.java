package org.evidencewatch.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The robots.txt of every origin that was asked for, each fetched once however many threads want it.
 *
 * <p>By status (RFC 9309, section 2.3.1): 2xx is read, 4xx allows all, anything else leaves the rules unknown, and so
 * does 429, by which a server asks to be left alone. Unknown rules forbid: the page is not asked for.
 */
final class RobotsBook {

    /** What is known of an origin's rules. */
    sealed interface Entry {}

    /** The rules. */
    record Known(RobotsRules rules) implements Entry {}

    /** No rules, and therefore how a fetch of any page there ends. */
    record Unknown(FetchResult why) implements Entry {}

    /** RFC 9309, section 2.4. */
    private static final Duration KEEP_KNOWN = Duration.ofHours(24);

    private static final Duration KEEP_UNKNOWN = Duration.ofHours(1);

    /** The least that section 2.3.1.2 asks for. */
    private static final int MOST_REDIRECTS = 5;

    /** Causes that lie with the host itself: they would meet the page as well, so they are not put down to robots. */
    private static final Set<FailureCause> OF_THE_HOST =
            EnumSet.of(FailureCause.DNS_ERROR, FailureCause.CONNECT_ERROR, FailureCause.TLS_ERROR);

    private final Gate gate;
    private final Transport transport;
    private final HostTurns turns;
    private final FetchSettings settings;
    private final Clock clock;
    private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

    RobotsBook(Gate gate, Transport transport, HostTurns turns, FetchSettings settings, Clock clock) {
        this.gate = gate;
        this.transport = transport;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /** The rules of the target's origin, out of memory or fetched now. Takes turns; call it while holding none. */
    Entry of(Target target) {
        return slots.computeIfAbsent(target.origin(), origin -> new Slot()).entry(target);
    }

    private Entry read(Target target) {
        Admission at = gate.admit(target.origin() + "/robots.txt");
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            switch (at) {
                case Denial denial -> {
                    return unreachable("redirects to where we do not go: " + denial);
                }
                case Target robots -> {
                    Exchange exchange = turns.take(
                            robots.host(),
                            settings.hostDelay(),
                            () -> transport.exchange(new Transport.Ask(robots, Optional.empty(), BodyLimit.ROBOTS)));
                    Optional<String> location = Redirects.location(exchange);
                    if (location.isEmpty()) {
                        return entry(exchange, hop == 0);
                    }
                    at = gate.admit(Redirects.resolve(robots, location.get()));
                }
            }
        }
        return unreachable("more than " + MOST_REDIRECTS + " redirects");
    }

    private Entry entry(Exchange exchange, boolean ownHost) {
        return switch (exchange) {
            case Exchange.Answer answer -> answered(answer);
            case Exchange.Refused refused ->
                ownHost && refused.refusal() != Refusal.TOO_LARGE
                        ? new Unknown(new FetchResult.Refused(refused.refusal(), refused.detail()))
                        : unreachable(refused.refusal() + ": " + refused.detail());
            case Exchange.Failed failed ->
                ownHost && OF_THE_HOST.contains(failed.cause())
                        ? new Unknown(new FetchResult.Failed(failed.cause(), failed.retryable(), failed.detail()))
                        : unreachable(failed.cause() + ": " + failed.detail());
        };
    }

    private Entry answered(Exchange.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300 && status != 206) {
            String type = answer.header("content-type").orElse("");
            return new Known(RobotsRules.parse(answer.body(), type, settings.userAgent()));
        }
        return status >= 400 && status < 500 && status != 429
                ? new Known(RobotsRules.allowAll())
                : unreachable("status " + status);
    }

    private static Entry unreachable(String why) {
        return new Unknown(new FetchResult.Failed(FailureCause.ROBOTS_UNREACHABLE, true, "robots.txt: " + why));
    }

    private final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private Optional<Entry> entry = Optional.empty();
        private Instant until = Instant.MIN;

        Entry entry(Target target) {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for robots.txt");
            }
            try {
                Instant now = clock.instant();
                Entry current = entry.filter(known -> now.isBefore(until)).orElseGet(() -> read(target));
                if (!entry.equals(Optional.of(current))) {
                    entry = Optional.of(current);
                    until = now.plus(current instanceof Known ? KEEP_KNOWN : KEEP_UNKNOWN);
                }
                return current;
            } finally {
                lock.unlock();
            }
        }
    }
}
