package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.evidencewatch.fetch.Places.Place;

/**
 * The robots.txt of every origin that was asked for, each fetched once in 24 hours however many threads and processes
 * want it.
 *
 * <p>By status (RFC 9309, section 2.3.1): 2xx is read, 4xx allows all, anything else leaves the rules unknown, and so
 * does 429, by which a server asks to be left alone. Unknown rules forbid: the page is not asked for. Only known rules are
 * kept in the ledger; what is unknown is asked for again by the next run.
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

    /** More origins than are read side by side; the ledger has the others. */
    private static final int MOST_SLOTS = 4_096;

    /** Causes that lie with the host itself: they would meet the page as well, so they are not put down to robots. */
    private static final Set<FailureCause> OF_THE_HOST =
            EnumSet.of(FailureCause.DNS_ERROR, FailureCause.CONNECT_ERROR, FailureCause.TLS_ERROR);

    private final Gate gate;
    private final Wire wire;
    private final HostLedger ledger;
    private final FetchSettings settings;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

    RobotsBook(Gate gate, Wire wire, HostLedger ledger, FetchSettings settings, InstantSource clock) {
        this.gate = gate;
        this.wire = wire;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** The rules of the target's origin, out of memory, out of the ledger or fetched now. Takes turns for the latter. */
    Entry of(Target target, Place place) {
        if (slots.size() > MOST_SLOTS) {
            slots.values().removeIf(Slot::unused);
        }
        return slots.computeIfAbsent(target.origin(), origin -> new Slot()).entry(target, place);
    }

    private Entry read(Target target, Place place) {
        Admission at = gate.admit(target.origin() + "/robots.txt");
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            switch (at) {
                case Denial denial -> {
                    return unreachable("redirects to where we do not go: " + denial);
                }
                case Target robots -> {
                    var ask = new Transport.Ask(robots, Optional.empty(), BodyLimit.ROBOTS);
                    Exchange exchange = wire.exchange(ask, settings.hostDelay(), place);
                    Optional<String> location = Redirects.location(exchange);
                    if (location.isEmpty()) {
                        return entry(target.origin(), exchange, hop == 0);
                    }
                    at = gate.admit(Redirects.resolve(robots, location.get()));
                }
            }
        }
        return unreachable("more than " + MOST_REDIRECTS + " redirects");
    }

    private Entry entry(String origin, Exchange exchange, boolean ownHost) {
        return switch (exchange) {
            case Exchange.Answer answer -> answered(origin, answer);
            case Exchange.Deferred deferred ->
                new Unknown(new FetchResult.Deferred(deferred.rest(), deferred.detail()));
            case Exchange.Refused refused ->
                ownHost && refused.refusal() != Refusal.TOO_LARGE
                        ? new Unknown(new FetchResult.Refused(refused.refusal(), refused.detail()))
                        : unreachable(refused.refusal() + ": " + refused.detail());
            case Exchange.Dropped dropped -> failed(dropped.failed(), ownHost);
            case Exchange.Failed failed -> failed(failed, ownHost);
        };
    }

    private static Entry failed(Exchange.Failed failed, boolean ownHost) {
        return ownHost && OF_THE_HOST.contains(failed.cause())
                ? new Unknown(new FetchResult.Failed(failed.cause(), failed.retryable(), failed.detail()))
                : unreachable(failed.cause() + ": " + failed.detail());
    }

    private Entry answered(String origin, Exchange.Answer answer) {
        int status = answer.status();
        boolean read = status >= 200 && status < 300 && status != 206;
        if (!read && (status < 400 || status >= 500 || status == 429)) {
            return unreachable("status " + status);
        }
        var file = new RobotsFile(
                read ? answer.body() : new byte[0],
                answer.header("content-type").orElse(""),
                clock.instant());
        ledger.keep(origin, file);
        return known(file);
    }

    private Entry known(RobotsFile file) {
        return new Known(file.rules(settings.userAgent()));
    }

    private static Entry unreachable(String why) {
        return new Unknown(new FetchResult.Failed(FailureCause.ROBOTS_UNREACHABLE, true, "robots.txt: " + why));
    }

    private final class Slot {

        private final ReentrantLock lock = new ReentrantLock();
        private Optional<Entry> entry = Optional.empty();
        private Instant until = Instant.MIN;

        boolean unused() {
            return !lock.isLocked();
        }

        Entry entry(Target target, Place place) {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for robots.txt");
            }
            try {
                Instant now = clock.instant();
                return entry.filter(known -> now.isBefore(until))
                        .or(() -> kept(target, now))
                        .orElseGet(() -> now(target, place, now));
            } finally {
                lock.unlock();
            }
        }

        private Optional<Entry> kept(Target target, Instant now) {
            Optional<RobotsFile> file = ledger.robots(target.origin())
                    .filter(kept -> kept.readAt().plus(KEEP_KNOWN).isAfter(now)
                            && !kept.readAt().isAfter(now));
            file.ifPresent(kept -> {
                entry = Optional.of(known(kept));
                until = kept.readAt().plus(KEEP_KNOWN);
            });
            return entry.filter(e -> file.isPresent());
        }

        private Entry now(Target target, Place place, Instant now) {
            Entry read = read(target, place);
            entry = Optional.of(read);
            until = switch (read) {
                case Known known -> now.plus(KEEP_KNOWN);
                case Unknown unknown -> lasts(unknown) ? now.plus(KEEP_UNKNOWN) : Instant.MIN;
            };
            return read;
        }
    }

    /** A host that rests, or was stopped, was not asked. */
    private static boolean lasts(Unknown unknown) {
        return switch (unknown.why()) {
            case FetchResult.Deferred deferred -> false;
            case FetchResult.Refused refused -> refused.refusal() != Refusal.STOPPED;
            case FetchResult.Failed failed -> true;
            case FetchResult.Disallowed disallowed -> true;
            case FetchResult.NotModified notModified -> true;
            case FetchResult.Received received -> true;
        };
    }
}
