package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a host has borne our requests, as it is remembered from run to run.
 *
 * @param strikes how often it asked us to slow down, less what good behaviour since has forgiven
 * @param faults weight of its failures in a row
 * @param calm answers in a row without complaint
 * @param rest no request before then, and why
 */
record HostState(int strikes, int faults, int calm, Optional<Rest> rest) {

    /** A pause that the host needs or asked for. */
    record Rest(Instant until, String why) {}

    /** A host that nothing is known of. */
    static final HostState FRESH = new HostState(0, 0, 0, Optional.empty());

    /** How much of its rest is left. */
    Duration restAt(Instant now) {
        return rest.map(r -> Duration.between(now, r.until()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** Whether this says something beside the state before that must not be forgotten when the process dies. */
    boolean worthKeepingBeside(HostState before) {
        return strikes != before.strikes() || !rest.equals(before.rest());
    }
}
