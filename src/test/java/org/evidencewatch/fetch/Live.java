package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Live fetchers for tests: loopback is the operator's network, names resolve by a map, waits are short. */
final class Live {

    static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            DataSize.ofKilobytes(8),
            50,
            DataSize.ofKilobytes(256),
            DataSize.ofMegabytes(2),
            100,
            10,
            Duration.ofSeconds(30),
            8);

    private Live() {}

    static Fetcher fetcher() {
        return fetcher(Duration.ZERO, LIMITS, Map.of());
    }

    static Fetcher fetcher(Duration hostDelay, FetchLimits limits, Map<String, String> names) {
        return fetcher(settings(hostDelay, limits), names, new LocalHosts());
    }

    /** One of several fetchers that share what they know of hosts. */
    static Fetcher fetcher(FetchSettings settings, Map<String, String> names, HostLedger ledger) {
        Lookup lookup = name -> {
            if (!names.containsKey(name)) {
                throw new UnknownHostException(name + " does not resolve");
            }
            return List.of(InetAddress.getByName(names.get(name)));
        };
        return Fetchers.live(
                settings, Clock.systemUTC(), lookup, ledger, UUID.randomUUID().toString());
    }

    static FetchSettings settings(Duration hostDelay, FetchLimits limits) {
        return new FetchSettings(
                "EvidenceWatch/0.1 (+https://evidencewatch.org/bot)",
                hostDelay,
                List.of(Network.parse("127.0.0.1/32")),
                limits);
    }

    /** The same limits with another total deadline. */
    static FetchLimits within(Duration total) {
        return new FetchLimits(
                LIMITS.lookup(),
                LIMITS.connect(),
                LIMITS.silence(),
                total,
                LIMITS.headLine(),
                LIMITS.headLines(),
                LIMITS.wire(),
                LIMITS.body(),
                LIMITS.expansion(),
                LIMITS.redirects(),
                LIMITS.crawlDelay(),
                LIMITS.perAddress());
    }
}
