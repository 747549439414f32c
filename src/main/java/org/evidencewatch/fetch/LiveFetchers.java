package org.evidencewatch.fetch;

import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes fetchers that share hosts, and what is known of them, with every process on the same database. */
@Component
public final class LiveFetchers {

    private final FetchSettings settings;
    private final HostTable hosts;
    private final Clock clock;

    LiveFetchers(FetchSettings settings, HostTable hosts, Clock clock) {
        this.settings = settings;
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * A fetcher that asks the network.
     *
     * @param owner a name that no other fetcher has
     * @param dead whether an owner of that name is known to be dead: its hosts need not wait for the end of its term
     */
    public Fetcher open(String owner, Predicate<String> dead) {
        hosts.bury(dead, settings.hostDelay());
        return Fetchers.live(settings, clock, Lookup.system(settings.limits().lookup()), hosts, owner);
    }
}
