package org.evidencewatch.fetch;

import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.HostLedger.Stop;

/** Where the operator stopped fetching, as last asked. */
final class Stops {

    private volatile Map<String, Stop> stops;

    Stops(HostLedger ledger) {
        stops = ledger.stops();
    }

    void ask(HostLedger ledger) {
        stops = Map.copyOf(ledger.stops());
    }

    Optional<Stop> of(String host) {
        Map<String, Stop> now = stops;
        return Optional.ofNullable(now.get(host)).or(() -> Optional.ofNullable(now.get(HostLedger.EVERYWHERE)));
    }
}
