package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Robots and pauses, as the server sees them. */
class PolitenessTest {

    private static final Duration DELAY = Duration.ofMillis(60);

    private final RawServer server = new RawServer();
    private final Fetcher hurried = Live.fetcher();
    private final Fetcher paced =
            Live.fetcher(DELAY, Live.LIMITS, Map.of("a.example", "127.0.0.1", "b.example", "127.0.0.1"));

    @AfterEach
    void stop() {
        hurried.close();
        paced.close();
        server.close();
    }

    @Test
    void oneRequestInFlightAndPausesBetweenThem() throws Exception {
        server.on("/from", "HTTP/1.1 302 x\r\nLocation: /to\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        for (String path : List.of("/to", "/0", "/1", "/2", "/3")) {
            server.on(path, ok("Content-Length: 1\r\n", "x"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> results = new ArrayList<>();
            for (String path : List.of("/from", "/0", "/1", "/2", "/3")) {
                results.add(threads.submit(() -> paced.fetch(FetchRequest.of(server.at(path)))));
            }
            for (Future<FetchResult> result : results) {
                assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(Received.class);
            }
        }
        List<RawServer.Seen> seen = server.seen();
        assertThat(seen).hasSize(7).extracting(RawServer.Seen::path).containsOnlyOnce("/robots.txt");
        assertThat(IntStream.range(1, seen.size())
                        .mapToLong(i -> seen.get(i).from() - seen.get(i - 1).until()))
                .allMatch(gap -> gap >= DELAY.minusMillis(5).toNanos());
        assertThat(server.mostInFlight()).isEqualTo(1);
    }

    @Test
    void hostsDoNotWaitForEachOther() throws Exception {
        server.on("/", out -> {
            RawServer.pause(150);
            RawServer.write(out, ok("Content-Length: 0\r\n", ""));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var a = threads.submit(() -> paced.fetch(FetchRequest.of(named("a.example", "/"))));
            var b = threads.submit(() -> paced.fetch(FetchRequest.of(named("b.example", "/"))));
            assertThat(a.get(5, TimeUnit.SECONDS)).isInstanceOf(Received.class);
            assertThat(b.get(5, TimeUnit.SECONDS)).isInstanceOf(Received.class);
        }
        assertThat(server.mostInFlight()).isEqualTo(2);
    }

    @Test
    void honoursCrawlDelay() {
        robots("User-agent: *\nCrawl-delay: 0.2\n");
        server.on("/a", ok("Content-Length: 0\r\n", ""));
        paced.fetch(FetchRequest.of(server.at("/a")));
        List<RawServer.Seen> seen = server.seen();
        assertThat(seen.get(1).from() - seen.get(0).until())
                .isGreaterThanOrEqualTo(Duration.ofMillis(195).toNanos());
    }

    @Test
    void neverAsksForDisallowedPage() {
        robots("User-agent: *\nDisallow: /\n\nUser-agent: EvidenceWatch\nDisallow: /private\n");
        server.on("/public", ok("Content-Length: 0\r\n", ""));
        assertThat(fetch("/private/x")).isEqualTo(new Disallowed(server.at("/robots.txt")));
        assertThat(fetch("/public")).isInstanceOf(Received.class);
        assertThat(server.seen()).extracting(RawServer.Seen::path).containsExactly("/robots.txt", "/public");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void takesMissingRobotsAsNoRules(int status) {
        server.on("/robots.txt", "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        server.on("/a", ok("Content-Length: 0\r\n", ""));
        assertThat(fetch("/a")).isInstanceOf(Received.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 503 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 429 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 301 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 301 x\r\nLocation: /robots.txt\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 301 x\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\nUser-agent: *",
                "no HTTP at all",
                ""
            })
    void asksForNoPageWhileRobotsAreUnknown(String answer) {
        server.on("/robots.txt", answer);
        server.on("/a", ok("Content-Length: 0\r\n", ""));
        assertThat(fetch("/a")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(FailureCause.ROBOTS_UNREACHABLE);
            assertThat(failed.retryable()).isTrue();
            assertThat(failed.detail()).startsWith("robots.txt: ");
        });
        assertThat(server.seen()).noneMatch(seen -> seen.path().equals("/a"));
    }

    @Test
    void followsFiveRedirectsToRobots() {
        for (int i = 0; i < 5; i++) {
            server.on(
                    i == 0 ? "/robots.txt" : "/r" + i,
                    "HTTP/1.1 302 x\r\nLocation: /r" + (i + 1) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
        server.on("/r5", ok("Content-Length: 26\r\n", "User-agent: *\nDisallow: /a\n"));
        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
    }

    @Test
    void readsOnlyTheBeginningOfHugeRobots() {
        byte[] filler = ("# " + "x".repeat(97) + "\n").getBytes(StandardCharsets.US_ASCII);
        server.on("/robots.txt", out -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(filler);
            }
        });
        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
    }

    private void robots(String text) {
        server.on("/robots.txt", ok("Content-Length: " + text.length() + "\r\n", text));
    }

    private FetchResult fetch(String path) {
        return hurried.fetch(FetchRequest.of(server.at(path)));
    }

    private URI named(String host, String path) {
        return URI.create("http://" + host + ":" + server.port() + path);
    }
}
