package org.evidencewatch.fetch;

import java.nio.file.Path;
import java.time.Clock;

/** Makes fetchers. One serves one run: it remembers each robots.txt and its turns at each host. Close it after. */
public final class Fetchers {

    private Fetchers() {}

    /**
     * A fetcher that asks the network.
     *
     * @param clock says when a remembered robots.txt is too old; pauses go by the monotonic clock
     */
    public static Fetcher live(FetchSettings settings, Clock clock) {
        Lookup lookup = Lookup.system(settings.limits().lookup());
        return live(settings, clock, lookup);
    }

    /**
     * A fetcher that replays a recorded night and never dials. It pauses for nobody; all else is as live, robots and
     * redirects included, except that names are not resolved and so only the URL itself meets the gate.
     *
     * @param night folder of the night, in the format described in {@code fixtures/nights/README.md}
     * @param second whether to prefer the second recording of a page, made when a change is to be confirmed
     */
    public static Fetcher replay(Path night, boolean second, FetchSettings settings, Clock clock) {
        return new PoliteFetcher(new RecordedTransport(night, second), HostTurns.hurrying(), settings, clock);
    }

    static Fetcher live(FetchSettings settings, Clock clock, Lookup lookup) {
        var resolver = new GatedResolver(new Gate(settings.allowedNetworks()), lookup);
        return new PoliteFetcher(new LiveTransport(settings, resolver), HostTurns.pausing(), settings, clock);
    }
}
