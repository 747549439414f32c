package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.evidencewatch.fetch.FetchResult.Deferred;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several fetchers on one database, as the server sees them. */
@Timeout(60)
class SharedHostsTest {

    private static final Duration DELAY = Duration.ofMillis(40);

    private final RawServer server = new RawServer();
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void oneRequestInFlightAndPausesOverAllFetchers() throws Exception {
        IntStream.range(0, 60).forEach(i -> server.on("/" + i, ok("Content-Length: 1\r\n", "x")));
        try (var one = fetcher();
                var two = fetcher();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Fetcher fetcher = i % 2 == 0 ? one : two;
                URI url = server.at("/" + i);
                done.add(threads.submit(() -> fetcher.fetch(FetchRequest.of(url)) instanceof Received));
            }
            for (Future<Boolean> received : done) {
                assertThat(received.get(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        List<RawServer.Seen> seen = server.seen();
        // A fetcher that waits for its first turn has looked for kept rules before.
        assertThat(seen).hasSizeBetween(61, 62);
        assertThat(server.mostInFlight()).isEqualTo(1);
        assertThat(IntStream.range(1, seen.size())
                        .mapToLong(i -> seen.get(i).from() - seen.get(i - 1).until()))
                .allMatch(gap -> gap >= DELAY.minusMillis(5).toNanos());
    }

    @Test
    void restsForAllWhenAHostAsksForIt() {
        server.on("/a", "HTTP/1.1 429 x\r\nRetry-After: 600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        try (var one = fetcher()) {
            assertThat(one.fetch(FetchRequest.of(server.at("/a")))).isInstanceOf(Received.class);
            assertThat(one.fetch(FetchRequest.of(server.at("/b")))).isInstanceOf(Deferred.class);
        }
        try (var later = fetcher()) {
            assertThat(later.fetch(FetchRequest.of(server.at("/b"))))
                    .isInstanceOfSatisfying(
                            Deferred.class,
                            deferred -> assertThat(deferred.rest())
                                    .isBetween(Duration.ofSeconds(500), Duration.ofSeconds(600)));
        }
        assertThat(server.seen()).extracting(RawServer.Seen::path).containsExactly("/robots.txt", "/a");
    }

    @Test
    void restIsRememberedWhenTheFetcherNeverEnds() {
        server.on("/a", "HTTP/1.1 503 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var killed = fetcher();
        killed.fetch(FetchRequest.of(server.at("/a")));
        jdbc.sql("update host set until = clock_timestamp() - interval '1 second'")
                .update();
        try (var next = fetcher()) {
            assertThat(next.fetch(FetchRequest.of(server.at("/a")))).isInstanceOf(Deferred.class);
        }
        killed.close();
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void opensACircuitForADyingHostAndForNoOther() {
        IntStream.range(0, 40).forEach(i -> server.on("/" + i, "HTTP/1.1 500 x\r\nConnection: close\r\n\r\n"));
        try (var fetcher = fetcher(Map.of("dying.example", "127.0.0.1", "well.example", "127.0.0.1"))) {
            long asked = IntStream.range(0, 40)
                    .mapToObj(i -> fetcher.fetch(FetchRequest.of(named("dying.example", "/" + i))))
                    .filter(result -> result instanceof Received)
                    .count();
            assertThat(asked).isEqualTo(20);
            assertThat(fetcher.fetch(FetchRequest.of(named("well.example", "/"))))
                    .isInstanceOf(Received.class);
        }
    }

    @Test
    void sendsNothingWhereTheOperatorStoppedIt() {
        var ledger = ledger();
        jdbc.sql("insert into host_stop values ('127.0.0.1', 'Ada', 'they asked us to', now())")
                .update();
        try (var fetcher = Live.fetcher(Live.settings(DELAY, Live.LIMITS), Map.of(), ledger)) {
            assertThat(fetcher.fetch(FetchRequest.of(server.at("/a"))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(Refusal.STOPPED);
                        assertThat(refused.detail()).contains("Ada").contains("they asked us to");
                    });
        }
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void keepsRobotsForTheNextFetcher() {
        String rules = "User-agent: *\nDisallow: /no\n";
        server.on("/robots.txt", ok("Content-Length: " + rules.length() + "\r\n", rules));
        for (int i = 0; i < 3; i++) {
            try (var fetcher = fetcher()) {
                assertThat(fetcher.fetch(FetchRequest.of(server.at("/no")))).isInstanceOf(FetchResult.Disallowed.class);
            }
        }
        assertThat(server.seen()).extracting(RawServer.Seen::path).containsExactly("/robots.txt");
    }

    @Test
    void sendsAtMostEightRequestsToOneAddress() throws Exception {
        Map<String, String> names = new HashMap<>();
        IntStream.range(0, 30).forEach(i -> names.put("h" + i + ".example", "127.0.0.1"));
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        server.on("/", out -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            RawServer.pause(100);
            inFlight.decrementAndGet();
            RawServer.write(out, ok("Content-Length: 0\r\n", ""));
        });
        try (var fetcher = fetcher(names);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> results = new ArrayList<>();
            for (String name : names.keySet()) {
                results.add(threads.submit(() -> fetcher.fetch(FetchRequest.of(named(name, "/")))));
            }
            for (Future<FetchResult> result : results) {
                assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Received.class);
            }
        }
        assertThat(most).hasValue(8);
    }

    private Fetcher fetcher() {
        return fetcher(Map.of());
    }

    private Fetcher fetcher(Map<String, String> names) {
        return Live.fetcher(Live.settings(DELAY, Live.LIMITS), names, ledger());
    }

    private HostLedger ledger() {
        return new HostTable(jdbc, new JdbcTemplate(database));
    }

    private URI named(String host, String path) {
        return URI.create("http://" + host + ":" + server.port() + path);
    }
}
