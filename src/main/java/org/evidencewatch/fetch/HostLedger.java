package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of hosts beyond one fetcher: who reads there now, how they have borne it, what their robots.txt says,
 * and which of them the operator stopped. Leases and paces go by the ledger's own clock, which all that share it share.
 */
sealed interface HostLedger permits HostTable, LocalHosts {

    /** How an attempt to enter a host ended. */
    sealed interface Entry {}

    /**
     * The host is the caller's for the term.
     *
     * @param pause least time until its next request
     */
    record Entered(HostState state, Duration pause) implements Entry {}

    /** Another fetcher is there; it knows now that somebody waits. */
    record Taken() implements Entry {}

    /** A host that is given up, in which state, and least time until its next request. */
    record Leaving(String host, HostState state, Duration pause) {}

    /** Why a host must not be asked. */
    record Stop(String by, String why) {}

    /** Takes or prolongs the lease of a host. One whose holder vanished is free when its term is over. */
    Entry enter(String host, String owner, Duration term);

    /**
     * Prolongs every lease of an owner.
     *
     * @return the hosts that are still the owner's, each with whether somebody waits for it
     */
    Map<String, Boolean> renew(String owner, Duration term);

    /** Gives hosts back; those that are no longer the owner's are left alone. */
    void leave(String owner, Collection<Leaving> hosts);

    /** Keeps a state that must outlive this process. */
    void remember(String owner, String host, HostState state);

    /** Where the operator stopped fetching: by host, or {@link #EVERYWHERE}. */
    Map<String, Stop> stops();

    /** The robots.txt of an origin, however old. */
    Optional<RobotsFile> robots(String origin);

    /** Keeps a robots.txt in place of an older one. */
    void keep(String origin, RobotsFile file);

    /** In place of a host: all of them. */
    String EVERYWHERE = "*";
}
