package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;
import static org.evidencewatch.fetch.RawServer.pause;
import static org.evidencewatch.fetch.RawServer.write;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One page over a real socket, from a server that may misbehave in every way. */
class LiveFetchTest {

    private final RawServer server = new RawServer();
    private final Fetcher fetcher = Live.fetcher();

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void receivesWholeAnswer() {
        server.on("/a", ok("Content-Length: 5\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n", "hello"));
        assertThat(fetch("/a")).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.status()).isEqualTo(200);
            assertThat(received.body()).asString().isEqualTo("hello");
            assertThat(received.headers()).containsEntry("set-cookie", List.of("a=1", "b=2"));
            assertThat(received.effectiveUrl()).isEqualTo(server.at("/a"));
            assertThat(received.redirects()).isEmpty();
            assertThat(received.contentEncoding()).isEmpty();
            assertThat(received.wireLength()).isEqualTo(5);
        });
    }

    @Test
    void saysWhoAsksAndNothingElse() {
        server.on("/a", ok("Content-Length: 0\r\nSet-Cookie: a=1\r\n", ""));
        fetch("/a");
        fetch("/a");
        List<String> head = server.seen().getLast().head();
        assertThat(head)
                .contains("User-Agent: EvidenceWatch/0.1 (+https://evidencewatch.org/bot)")
                .contains("Accept-Encoding: gzip, deflate, br, zstd")
                .noneMatch(line -> line.matches("(?i)(cookie|authorization|referer|upgrade|from):.*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 403, 404, 410, 429, 500, 503, 999})
    void receivesEveryOtherStatusAsAnAnswer(int status) {
        server.on("/a", "HTTP/1.1 " + status + " Because\r\nConnection: close\r\n\r\n" + (status == 204 ? "" : "why"));
        assertThat(fetch("/a"))
                .isInstanceOfSatisfying(
                        Received.class, r -> assertThat(r.status()).isEqualTo(status));
    }

    @Test
    void decodesGzipAndCountsOctetsOnTheWire() throws IOException {
        byte[] page = "a page that says the same again and again. ".repeat(500).getBytes(StandardCharsets.UTF_8);
        byte[] wire = gzip(page);
        serve("/a", "Content-Encoding: gzip\r\nContent-Length: " + wire.length, wire);
        assertThat(fetch("/a")).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.body()).isEqualTo(page);
            assertThat(received.contentEncoding()).contains("gzip");
            assertThat(received.wireLength()).isEqualTo(wire.length);
        });
    }

    @Test
    void neverReturnsGzipWithWrongCheckSum() throws IOException {
        byte[] wire = gzip("words".repeat(1000).getBytes(StandardCharsets.UTF_8));
        wire[wire.length - 6] ^= 1;
        serve("/a", "Content-Encoding: gzip\r\nContent-Length: " + wire.length, wire);
        assertFailed(fetch("/a"), FailureCause.DECODE_ERROR);
    }

    @Test
    void neverReturnsGzipThatEndsEarly() throws IOException {
        byte[] wire = gzip("words, and more of them ".repeat(1000).getBytes(StandardCharsets.UTF_8));
        serve("/a", "Content-Encoding: gzip", Arrays.copyOf(wire, wire.length - 12));
        assertFailed(fetch("/a"), FailureCause.TRUNCATED);
    }

    @Test
    void neverReturnsCodingThatWasNotAskedFor() throws IOException {
        serve("/a", "Content-Encoding: compress", new byte[] {1, 2, 3});
        assertFailed(fetch("/a"), FailureCause.DECODE_ERROR);
    }

    @Test
    void refusesDecompressionBomb() throws IOException {
        byte[] wire = gzip(new byte[64 << 20]);
        serve("/a", "Content-Encoding: gzip\r\nContent-Length: " + wire.length, wire);
        assertRefused(fetch("/a"), Refusal.TOO_LARGE);
    }

    @Test
    void refusesEndlessBodyAndLeavesIt() {
        server.on("/a", out -> {
            write(out, "HTTP/1.1 200 OK\r\n\r\n");
            byte[] piece = new byte[8192];
            for (int i = 0; i < 100_000; i++) {
                out.write(piece);
            }
        });
        assertRefused(fetch("/a"), Refusal.TOO_LARGE);
    }

    @Test
    void neverReturnsBodyShorterThanItsLength() {
        server.on("/a", ok("Content-Length: 100\r\n", "only a part"));
        assertFailed(fetch("/a"), FailureCause.TRUNCATED);
    }

    @Test
    void neverReturnsChunksWithoutTheLast() {
        server.on("/a", ok("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n"));
        server.on("/b", ok("Transfer-Encoding: chunked\r\n", "5\r\nhe"));
        server.on("/c", ok("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\nnonsense"));
        assertFailed(fetch("/a"), FailureCause.TRUNCATED);
        assertFailed(fetch("/b"), FailureCause.TRUNCATED);
        assertFailed(fetch("/c"), FailureCause.TRUNCATED);
    }

    @Test
    void endsDripAtTotalDeadline() {
        server.on("/body", out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            drip(out);
        });
        server.on("/head", out -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Drip: ");
            drip(out);
        });
        server.on("/silent", out -> pause(6000));
        try (var impatient = Live.fetcher(Duration.ZERO, Live.within(Duration.ofMillis(600)), Map.of())) {
            for (String path : List.of("/body", "/head", "/silent")) {
                long start = System.nanoTime();
                assertFailed(impatient.fetch(FetchRequest.of(server.at(path))), FailureCause.TIMEOUT);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(550), Duration.ofSeconds(3));
            }
        }
    }

    @Test
    void dialsNoFurtherAddressAfterTheDeadline() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket(full.getInetAddress(), full.getLocalPort());
                var second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(List.of(first, second)).allMatch(Socket::isConnected);
            var dead = Collections.nCopies(16, full.getInetAddress());
            var settings = Live.settings(Duration.ZERO, Live.within(Duration.ofMillis(1500)));
            try (var impatient =
                    Fetchers.live(settings, Clock.systemUTC(), name -> dead, new LocalHosts(), "impatient")) {
                long start = System.nanoTime();
                URI url = URI.create("http://a.example:" + full.getLocalPort() + "/");
                assertThat(impatient.fetch(FetchRequest.of(url)))
                        .isInstanceOfSatisfying(
                                Failed.class, f -> assertThat(f.detail()).contains("TIMEOUT"));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            }
        }
    }

    @Test
    void refusesHugeHeads() {
        server.on("/long", ok("X-Long: " + "x".repeat(20_000) + "\r\nContent-Length: 0\r\n", ""));
        server.on("/many", ok("X-Many: 1\r\n".repeat(2000) + "Content-Length: 0\r\n", ""));
        assertRefused(fetch("/long"), Refusal.TOO_LARGE);
        assertRefused(fetch("/many"), Refusal.TOO_LARGE);
    }

    @Test
    void callsWhatIsNotHttpAProtocolError() {
        server.on("/garbage", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        server.on("/nothing", "");
        server.on("/part", "HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
        server.on("/unasked", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
        for (String path : List.of("/garbage", "/nothing", "/part", "/unasked")) {
            assertFailed(fetch(path), FailureCause.PROTOCOL_ERROR);
        }
    }

    @Test
    void replacesNulInHeaders() {
        server.on("/a", ok("X-Nul: a\0b\r\nContent-Length: 0\r\n", ""));
        assertThat(fetch("/a"))
                .isInstanceOfSatisfying(
                        Received.class, r -> assertThat(r.headers()).containsEntry("x-nul", List.of("a b")));
    }

    @Test
    void offersValidatorsAndTakesNotModified() {
        server.on("/a", "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n");
        var held = new Validators(Optional.of("W/\"v1\""), Optional.of("Mon, 01 Jun 2026 00:00:00 GMT"));
        FetchResult result = fetcher.fetch(new FetchRequest(server.at("/a"), Optional.of(held)));
        assertThat(result)
                .isInstanceOfSatisfying(
                        NotModified.class, n -> assertThat(n.headers()).containsEntry("etag", List.of("\"v1\"")));
        assertThat(server.seen().getLast().head())
                .contains("If-None-Match: W/\"v1\"", "If-Modified-Since: Mon, 01 Jun 2026 00:00:00 GMT");
    }

    @Test
    void offersNoValidatorsWhereARedirectLeads() {
        server.on("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        server.on("/b", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
        var held = new Validators(Optional.of("\"v1\""), Optional.empty());
        assertFailed(fetcher.fetch(new FetchRequest(server.at("/a"), Optional.of(held))), FailureCause.PROTOCOL_ERROR);
        assertThat(server.seen().getLast().head()).noneMatch(line -> line.startsWith("If-None-Match"));
    }

    @Test
    void tellsRefusedConnectionAndUnknownNameApart() throws IOException {
        assertFailed(fetcher.fetch(FetchRequest.of(unused())), FailureCause.CONNECT_ERROR);
        assertFailed(fetcher.fetch(FetchRequest.of(URI.create("https://nowhere.example/"))), FailureCause.DNS_ERROR);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        var tls =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
        tls.start();
        try {
            URI url = URI.create("https://127.0.0.1:" + tls.httpsPort() + "/");
            assertThat(fetcher.fetch(FetchRequest.of(url))).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.cause()).isEqualTo(FailureCause.TLS_ERROR);
                assertThat(failed.retryable()).isFalse();
            });
        } finally {
            tls.stop();
        }
    }

    @Test
    void dialsAgainWhenKeptConnectionWasClosed() {
        server.on("/a", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        for (int i = 0; i < 5; i++) {
            assertThat(fetch("/a")).isInstanceOf(Received.class);
        }
        assertThat(server.seen()).hasSize(6);
    }

    @Test
    void staysUsableAfterEveryKindOfFailure() {
        server.on("/cut", ok("Content-Length: 100\r\n", "only a part"));
        server.on("/fine", ok("Content-Length: 4\r\n", "fine"));
        for (int i = 0; i < 15; i++) {
            assertFailed(fetch("/cut"), FailureCause.TRUNCATED);
        }
        assertThat(fetch("/fine")).isInstanceOf(Received.class);
    }

    /** Where nobody listens. */
    private static URI unused() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/a");
        }
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(FetchRequest.of(server.at(path)));
    }

    private void serve(String path, String headers, byte[] content) {
        server.on(path, out -> {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n\r\n");
            out.write(content);
        });
    }

    private static void drip(OutputStream out) throws IOException {
        for (int i = 0; i < 300; i++) {
            write(out, "x");
            pause(20);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(octets)) {
            gzip.write(content);
        }
        return octets.toByteArray();
    }

    private static void assertFailed(FetchResult result, FailureCause cause) {
        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).as(failed.detail()).isEqualTo(cause);
            assertThat(failed.detail()).isNotBlank();
        });
    }

    private static void assertRefused(FetchResult result, Refusal refusal) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
