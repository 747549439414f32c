package org.evidencewatch.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Makes fetchers for callers who share their hosts with nobody. Close each after use. */
public final class Fetchers {

    private Fetchers() {}

    /** A fetcher that asks the network, and knows of hosts what it learns itself. */
    public static Fetcher live(FetchSettings settings, Clock clock) {
        Lookup lookup = Lookup.system(settings.limits().lookup());
        return live(settings, clock, lookup, new LocalHosts(), UUID.randomUUID().toString());
    }

    /**
     * A fetcher that replays a recorded night and never dials. It pauses for nobody; all else is as live, robots and
     * redirects included, except that names are not resolved and so only the URL itself meets the gate.
     *
     * @param night folder of the night, in the format described in {@code fixtures/nights/README.md}
     * @param second whether to prefer the second recording of a page, made when a change is to be confirmed
     */
    public static Fetcher replay(Path night, boolean second, FetchSettings settings, Clock clock) {
        var wire = new Wire(
                new Turns.None(),
                new AddressTurns(settings.limits().perAddress()),
                new RecordedTransport(night, second));
        return new PoliteFetcher(wire, new LocalHosts(), settings, clock);
    }

    /** The same out of what somebody else recorded, which stays open. */
    public static Fetcher replay(RecordedWeb web, FetchSettings settings, Clock clock) {
        var wire = new Wire(
                new Turns.None(),
                new AddressTurns(settings.limits().perAddress()),
                new ArchivedTransport(web, settings.limits()));
        return new ArchivedFetcher(web, new PoliteFetcher(wire, new LocalHosts(), settings, clock));
    }

    static Fetcher live(FetchSettings settings, Clock clock, Lookup lookup, HostLedger ledger, String owner) {
        var limits = settings.limits();
        var resolver = new GatedResolver(new Gate(settings.allowedNetworks()), lookup);
        var turns = new HostTurns(ledger, owner, limits.total(), clock);
        var wire = new Wire(turns, new AddressTurns(limits.perAddress()), new LiveTransport(settings, resolver));
        return new PoliteFetcher(wire, ledger, settings, clock);
    }
}
