package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;
import static org.evidencewatch.fetch.RawServer.write;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evidencewatch.fetch.RawServer.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-10, F-22, F-27, F-29 to F-32: what we ask, how often, and whom we trust. */
@Timeout(180)
class RequestsTest {

    private final Site site = new Site(1);
    private Watch watch;

    @BeforeEach
    void open(@TempDir Path folder) {
        watch = new Watch(folder);
    }

    @AfterEach
    void close() {
        watch.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many Requests", "503 Unavailable"})
    void f10AHostThatAsksForARestHasItAndKeepsNobodyWaiting(String line) {
        var asked = new AtomicInteger();
        site.replying(head ->
                asked.getAndIncrement() == 0 ? status(line, "Retry-After: 3\r\nContent-Length: 0\r\n") : ok("", PAGE));
        try (var other = new Site(2)) {
            watch.cite("lumora", site.page());
            watch.cite("mirova", other.page());
            assertThat(watch.night().firstSeen()).isEqualTo(2);
            List<Seen> seen = site.seen();
            assertThat(seen).extracting(Seen::path).containsExactly("/robots.txt", Site.PATH, Site.PATH);
            assertThat(Duration.ofNanos(seen.get(2).from() - seen.get(1).until()))
                    .isGreaterThan(Duration.ofMillis(2_950));
            assertThat(other.seen().getLast().until()).isLessThan(seen.getLast().from());
        }
    }

    @Test
    void f22ACertificateThatNobodyVouchesForIsAFailedReadAndThereIsNoWayAround() {
        var tls =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
        tls.start();
        try {
            URI page = URI.create("https://127.0.0.1:" + tls.httpsPort() + Site.PATH);
            watch.cite("lumora", page);
            assertThat(watch.night().unverifiable()).isEqualTo(1);
            assertThat(watch.newest(page).outcome()).isEqualTo("TLS_ERROR");
            assertThat(watch.newest(page).digest()).isEmpty();
            assertThat(tls.getAllServeEvents()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void f22AnOldProtocolIsAFailedRead() throws IOException {
        byte[] protocolVersion = {0x15, 3, 1, 0, 2, 2, 0x46};
        try (var server = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (var connection = server.accept()) {
                        assertThat(connection.getInputStream().read()).isEqualTo(0x16);
                        connection.getOutputStream().write(protocolVersion);
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            URI page = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
            watch.cite("lumora", page);
            watch.night();
            assertThat(watch.newest(page).outcome()).isEqualTo("TLS_ERROR");
        }
    }

    @Test
    void f27ARobotsFileWithoutEndIsReadFromItsBeginning() {
        site.server().on("/robots.txt", out -> {
            write(out, status("200 OK", "Content-Type: text/plain\r\n") + "User-agent: *\nDisallow: /private/\n");
            for (int i = 0; i < 200_000; i++) {
                write(out, "# " + "x".repeat(997) + "\n");
            }
        });
        watch.cite("lumora", site.page());
        assertThat(watch.night().firstSeen()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "NaN", "-1", "1e9", "0.01", "", "999999999999999999999"})
    void f29AnyCrawlDelayIsCappedAndStarvesNobody(String delay) {
        String robots = "User-agent: *\nCrawl-delay: " + delay + "\n";
        site.also("/robots.txt", ok("", robots));
        try (var other = new Site(2)) {
            watch.cite("lumora", site.page());
            watch.cite("mirova", other.page());
            assertThat(watch.night().firstSeen()).isEqualTo(2);
        }
    }

    @Test
    void f30HostsAreReadSideBySideAndTheirPagesOneByOne() {
        var others = IntStream.range(2, 12).mapToObj(Site::new).toList();
        try {
            for (int i = 0; i < 25; i++) {
                String path = "/help/" + i;
                site.also(path, ok("", PAGE.replace("Refunds", "Refunds " + i)));
                watch.cite("big" + i, site.server().at(path));
            }
            others.forEach(other -> watch.cite("small" + other.page().getHost().replace('.', '-'), other.page()));

            assertThat(watch.night().firstSeen()).isEqualTo(35);

            assertThat(site.server().mostInFlight()).isEqualTo(1);
            assertPaced(site.seen());
            assertThat(site.seen()).hasSize(26);
            long last = site.seen().getLast().from();
            assertThat(others.stream()
                            .filter(other -> other.seen().getLast().until() < last)
                            .count())
                    .as("hosts that did not wait for the one of many pages")
                    .isGreaterThanOrEqualTo(5);
        } finally {
            others.forEach(Site::close);
        }
    }

    @Test
    void f31NoCookieIsEverSentBackNorKept() {
        site.replying(head ->
                head.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("cookie:"))
                        ? ok("", PAGE.replace("30 days", "7 days"))
                        : ok("Set-Cookie: seen=1; Path=/\r\nSet-Cookie: variant=b; Domain=127.0.1.1\r\n", PAGE));
        watch.cite("lumora", site.page());
        watch.night();
        for (int night = 0; night < 3; night++) {
            assertThat(watch.nextNight().unchanged()).isEqualTo(1);
        }
        assertThat(site.seen())
                .allSatisfy(seen -> assertThat(seen.head())
                        .noneMatch(line -> line.matches("(?i)(cookie|authorization|referer|from|dnt):.*")));
    }

    @Test
    void f32OneUserAgentWithAContactAsksForEverything() {
        try (var other = new Site(2)) {
            site.serve(status("302 Found", "Content-Length: 0\r\nLocation: " + other.page() + "\r\n"));
            watch.cite("lumora", site.page());
            watch.night();
            watch.nextNight();
            List<Seen> all = new ArrayList<>(site.seen());
            all.addAll(other.seen());
            Map<String, Long> agents = all.stream()
                    .flatMap(seen -> seen.head().stream())
                    .filter(line -> line.startsWith("User-Agent:"))
                    .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
            assertThat(agents)
                    .containsExactly(Map.entry(
                            "User-Agent: EvidenceWatch/0.1 (+https://evidencewatch.org/bot)", (long) all.size()));
        }
    }

    private static void assertPaced(List<Seen> seen) {
        assertThat(IntStream.range(1, seen.size())
                        .mapToLong(i -> seen.get(i).from() - seen.get(i - 1).until()))
                .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Watch.DELAY.toNanos() - 5_000_000));
    }
}
