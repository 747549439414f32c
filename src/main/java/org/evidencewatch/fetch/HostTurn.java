package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.evidencewatch.fetch.AddressTurns.Passage;
import org.evidencewatch.fetch.HostLedger.Entered;
import org.evidencewatch.fetch.HostLedger.Leaving;
import org.evidencewatch.fetch.Turns.Approach;

/**
 * One host, while a fetcher has to do with it: the queue of those who want a turn, in the order of their coming, and its
 * pace. Pauses are by the monotonic clock, which a set or jumping wall clock does not move; rests by the wall clock.
 */
final class HostTurn {

    private final String host;
    private final HostLease lease;
    private final Stops stops;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock(true);

    private HostState state = HostState.FRESH;
    private boolean answered;
    private boolean asked;
    private Duration lastPause = Duration.ZERO;
    private long endedAt = System.nanoTime();
    private long earliest = System.nanoTime();
    private volatile long idleSince = System.nanoTime();

    /** How many threads want or have a turn; guarded by the map that this stands in. */
    private int users;

    HostTurn(String host, HostLease lease, Stops stops, InstantSource clock) {
        this.host = host;
        this.lease = lease;
        this.stops = stops;
        this.clock = clock;
    }

    HostTurn joined() {
        users++;
        return this;
    }

    HostTurn left() {
        users--;
        return this;
    }

    boolean deserted() {
        return users == 0 && !lease.held();
    }

    HostLease lease() {
        return lease;
    }

    /** Sends one request, or says why none was sent. */
    Exchange take(Duration pause, Approach approach, Supplier<Exchange> request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<Exchange> end = attempt(pause, approach, request);
            while (end.isEmpty()) {
                end = attempt(pause, approach, request);
            }
            return end.get();
        } finally {
            idleSince = System.nanoTime();
            if (lease.wanted()) {
                lease.cede(state, rest());
            }
            lock.unlock();
        }
    }

    /** Gives the host back when nobody had a turn for that long; the caller does so, and calls {@link #givenBack}. */
    Optional<Leaving> idle(Duration atLeast) {
        if (users > 0 || System.nanoTime() - idleSince < atLeast.toNanos() || !lock.tryLock()) {
            return Optional.empty();
        }
        if (!lease.held()) {
            lock.unlock();
            return Optional.empty();
        }
        return Optional.of(new Leaving(host, state, rest()));
    }

    void givenBack() {
        lease.left();
        lock.unlock();
    }

    /** Empty when the lease ran out while something else was waited for. */
    private Optional<Exchange> attempt(Duration pause, Approach approach, Supplier<Exchange> request)
            throws InterruptedException {
        Optional<Exchange> no = stopped();
        if (no.isEmpty() && !lease.sure()) {
            no = entered();
        }
        if (no.isEmpty()) {
            no = resting(pause);
        }
        if (no.isPresent()) {
            return no;
        }
        TimeUnit.NANOSECONDS.sleep(earliest(pause) - System.nanoTime());
        Passage passage = approach.enter();
        try {
            if (lease.sure()) {
                return Optional.of(settled(request.get(), pause));
            }
        } finally {
            passage.leave();
        }
        approach.standBack();
        return Optional.empty();
    }

    private Optional<Exchange> stopped() {
        return stops.of(host)
                .map(stop -> new Exchange.Refused(
                        Refusal.STOPPED, "fetching was stopped by " + stop.by() + ": " + stop.why()));
    }

    private Optional<Exchange> entered() throws InterruptedException {
        Optional<Entered> granted = lease.enter();
        if (granted.isEmpty()) {
            return Optional.of(new Exchange.Deferred(HostLease.PATIENCE, "another process is reading this host"));
        }
        state = granted.get().state();
        earliest = Math.max(earliest, System.nanoTime() + granted.get().pause().toNanos());
        return Optional.empty();
    }

    private Optional<Exchange> resting(Duration pause) {
        Duration rest = state.restAt(clock.instant());
        if (rest.compareTo(pause) > 0) {
            String why = state.rest().map(HostState.Rest::why).orElse("");
            return Optional.of(new Exchange.Deferred(rest, "the host rests for " + Manners.shown(rest) + ": " + why));
        }
        earliest = Math.max(earliest, System.nanoTime() + rest.toNanos());
        return Optional.empty();
    }

    private Exchange settled(Exchange exchange, Duration pause) {
        HostState before = state;
        double jitter = ThreadLocalRandom.current().nextDouble();
        state = Manners.after(before, exchange, clock.instant(), answered, jitter);
        answered |= exchange instanceof Exchange.Answer answer && answer.status() < 500;
        asked = true;
        lastPause = pause;
        endedAt = System.nanoTime();
        if (state.worthKeepingBeside(before)) {
            lease.remember(state);
        }
        return exchange;
    }

    /** When the next request may start that wants this pause since the last. */
    private long earliest(Duration pause) {
        return asked ? Math.max(earliest, endedAt + Manners.pace(state, pause).toNanos()) : earliest;
    }

    private Duration rest() {
        return Duration.ofNanos(Math.max(0, earliest(lastPause) - System.nanoTime()));
    }
}
