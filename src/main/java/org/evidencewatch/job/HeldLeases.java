package org.evidencewatch.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Leases that are prolonged while somebody works with them. What needs the same lease is done by one at a time over all processes
 * on a database.
 */
@Component
class HeldLeases {

    /** The lease under which runs read pages, new ones or stored ones. */
    static final String READING = "reading";

    private static final Logger LOG = LoggerFactory.getLogger(HeldLeases.class);
    private static final Duration TERM = Duration.ofSeconds(60);

    private final Leases leases;
    private final Map<String, Semaphore> here = new ConcurrentHashMap<>();

    HeldLeases(Leases leases) {
        this.leases = leases;
    }

    /**
     * Works with the lease, prolonged until the work ends; empty when another holds it. A lease that ran out while the
     * machine slept does not let in a second holder of the same process.
     */
    <T> Optional<T> hold(String name, Function<Lease, T> work) {
        var one = here.computeIfAbsent(name, any -> new Semaphore(1));
        if (!one.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return leases.acquire(name, TERM).map(lease -> prolonged(lease, work));
        } finally {
            one.release();
        }
    }

    private <T> T prolonged(Lease lease, Function<Lease, T> work) {
        try (var heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("lease").factory())) {
            long beat = TERM.toMillis() / 4;
            var beats = heart.scheduleAtFixedRate(() -> beat(lease), beat, beat, TimeUnit.MILLISECONDS);
            try {
                return work.apply(lease);
            } finally {
                beats.cancel(false);
            }
        } finally {
            leases.release(lease);
        }
    }

    /** One beat that fails must not be the last: an executor gives up a task that throws. */
    private void beat(Lease lease) {
        try {
            if (!leases.renew(lease, TERM)) {
                LOG.warn("the lease {} was taken over; what is under way here cannot be written", lease.name());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the lease {} could not be prolonged this time", lease.name(), e);
        }
    }
}
