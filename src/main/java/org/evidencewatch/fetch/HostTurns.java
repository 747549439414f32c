package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.evidencewatch.fetch.HostLedger.Leaving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Turns at hosts: one request in flight at a host, and a pause between the end of one and the start of the next, for all
 * threads of this fetcher and all fetchers on the same ledger.
 *
 * <p>A host is leased when its first request is due and given back soon after its last, so that pages of one host
 * cost no look-up each; where another fetcher waits, the host changes hands at every beat. Virtual threads wait here
 * without holding a platform thread. A thread never waits for one host while it has the turn of another.
 */
final class HostTurns implements Turns {

    private static final Logger LOG = LoggerFactory.getLogger(HostTurns.class);

    /** How often leases are prolonged, stops asked for, and hosts given to others who wait. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** How long a lease goes on without a beat, beyond the longest request. */
    private static final Duration WITHOUT_BEAT = BEAT.multipliedBy(8);

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final ConcurrentHashMap<String, HostTurn> turns = new ConcurrentHashMap<>();
    private final HostLedger ledger;
    private final String owner;
    private final Duration longestRequest;
    private final Duration term;
    private final InstantSource clock;
    private final Stops stops;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread heart;

    /**
     * @param owner a name that no other fetcher has
     * @param longestRequest no request takes longer
     */
    HostTurns(HostLedger ledger, String owner, Duration longestRequest, InstantSource clock) {
        this.ledger = ledger;
        this.owner = owner;
        this.longestRequest = longestRequest;
        this.term = longestRequest.plus(WITHOUT_BEAT);
        this.clock = clock;
        this.stops = new Stops(ledger);
        this.heart = Thread.ofVirtual().name("host-leases").start(this::live);
    }

    @Override
    public Exchange take(String host, Duration pause, Approach approach, Supplier<Exchange> request) {
        HostTurn turn = turns.compute(host, (name, there) -> (there == null ? turn(name) : there).joined());
        try {
            return turn.take(pause, approach, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a host");
        } finally {
            turns.computeIfPresent(host, (name, there) -> there.left());
        }
    }

    /** Gives every host back that has no request in flight; the term of the others runs out. */
    @Override
    public void close() {
        closed.countDown();
        awaitLastBeat();
        tolerating(() -> giveBack(Duration.ZERO));
    }

    private void awaitLastBeat() {
        try {
            heart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HostTurn turn(String host) {
        return new HostTurn(host, new HostLease(ledger, owner, term, longestRequest, host), stops, clock);
    }

    private void live() {
        try {
            while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                tolerating(this::beat);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        giveBack(IDLE);
        renew();
        stops.ask(ledger);
    }

    /** One beat that fails must not be the last. */
    private static void tolerating(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("the leases of hosts could not be looked after this time", e);
        }
    }

    /** What was not renewed is not sure any more, and will be entered anew. */
    private void renew() {
        long asked = System.nanoTime();
        if (turns.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Boolean> held : ledger.renew(owner, term).entrySet()) {
            HostTurn turn = turns.get(held.getKey());
            if (turn != null) {
                turn.lease().renewed(asked, held.getValue());
            }
        }
    }

    private void giveBack(Duration idle) {
        record Given(HostTurn turn, Leaving leaving) {}
        List<Given> given = turns.values().stream()
                .flatMap(turn -> turn.idle(idle).stream().map(leaving -> new Given(turn, leaving)))
                .toList();
        try {
            if (!given.isEmpty()) {
                ledger.leave(owner, given.stream().map(Given::leaving).toList());
            }
        } finally {
            given.forEach(g -> g.turn().givenBack());
            given.forEach(
                    g -> turns.computeIfPresent(g.leaving().host(), (name, there) -> there.deserted() ? null : there));
        }
    }
}
