package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.fetch.HostLedger.Entered;
import org.evidencewatch.fetch.HostLedger.Entry;
import org.evidencewatch.fetch.HostLedger.Leaving;
import org.evidencewatch.fetch.HostLedger.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One fetcher's lease of one host. It holds by the ledger's clock and is used by ours, so it is trusted only as long as
 * the longest request could still end within the term: a process that slept past it sends nothing, and whoever takes the
 * host over finds no request of ours in flight. Guarded by the lock of the host's turn, but for what the beat sets.
 */
final class HostLease {

    private static final Logger LOG = LoggerFactory.getLogger(HostLease.class);

    /** How long a turn waits for another process to leave. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(250);

    /** Longer than those who wait take to notice that the host was given up for them. */
    private static final Duration COURTESY = POLL.multipliedBy(4);

    private final HostLedger ledger;
    private final String owner;
    private final Duration term;
    private final Duration longestRequest;
    private final String host;

    private boolean entered;
    private long courteousUntil = System.nanoTime();
    private long impatientUntil = System.nanoTime();
    private volatile long until = System.nanoTime();
    private volatile boolean wanted;

    HostLease(HostLedger ledger, String owner, Duration term, Duration longestRequest, String host) {
        this.ledger = ledger;
        this.owner = owner;
        this.term = term;
        this.longestRequest = longestRequest;
        this.host = host;
    }

    /** Whether a request that starts now ends while the host is ours. */
    boolean sure() {
        return entered && until - System.nanoTime() >= longestRequest.toNanos();
    }

    /**
     * Enters the host, and waits for another who is there; empty when that takes too long. Whoever comes right after one
     * who waited in vain does not wait as long again.
     *
     * @throws InterruptedException while waiting
     */
    Optional<Entered> enter() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(courteousUntil - System.nanoTime());
        boolean impatient = impatientUntil - System.nanoTime() > 0;
        long patience = System.nanoTime() + (impatient ? POLL : PATIENCE).toNanos();
        do {
            long at = System.nanoTime();
            switch (asked()) {
                case Entered granted -> {
                    until = at + term.toNanos();
                    wanted = false;
                    entered = true;
                    return Optional.of(granted);
                }
                case Taken taken -> TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
        } while (patience - System.nanoTime() > 0);
        impatientUntil = System.nanoTime() + PATIENCE.toNanos();
        return Optional.empty();
    }

    /** A ledger that cannot be asked just now lets nobody in. */
    private Entry asked() {
        try {
            return ledger.enter(host, owner, term);
        } catch (DataAccessException e) {
            LOG.warn("{} cannot be entered just now", host, e);
            return new Taken();
        }
    }

    /** What the beat learnt, of a renewal that was asked for at that time. */
    void renewed(long asked, boolean others) {
        until = asked + term.toNanos();
        wanted = others;
    }

    boolean held() {
        return entered;
    }

    /** Whether another fetcher waits for the host. */
    boolean wanted() {
        return entered && wanted;
    }

    /** The host was given back, together with others. */
    void left() {
        entered = false;
    }

    /** Gives the host to whoever waits for it. */
    void cede(HostState state, Duration pause) {
        entered = false;
        courteousUntil = System.nanoTime() + COURTESY.toNanos();
        ledger.leave(owner, List.of(new Leaving(host, state, pause)));
    }

    void remember(HostState state) {
        ledger.remember(owner, host, state);
    }
}
