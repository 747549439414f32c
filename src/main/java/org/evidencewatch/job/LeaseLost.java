package org.evidencewatch.job;

/** Another process took over; this one must not write any more. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("the lease '%s' (epoch %d) was taken over by another process".formatted(lease.name(), lease.epoch()));
    }
}
