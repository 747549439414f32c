package org.evidencewatch.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The lease under which runs read pages, new ones or stored ones: one run at a time over all processes on a database. */
@Component
class ReadingLease {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingLease.class);
    private static final String NAME = "reading";
    private static final Duration TERM = Duration.ofSeconds(60);

    private final Leases leases;
    private final Semaphore one = new Semaphore(1);

    ReadingLease(Leases leases) {
        this.leases = leases;
    }

    /**
     * Works with the lease, prolonged until the work ends; empty when another run holds it. A lease that ran out while the
     * machine slept does not let in a second run of the same process.
     */
    <T> Optional<T> hold(Function<Lease, T> work) {
        if (!one.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return leases.acquire(NAME, TERM).map(lease -> prolonged(lease, work));
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
