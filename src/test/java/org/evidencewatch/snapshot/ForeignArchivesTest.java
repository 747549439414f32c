package org.evidencewatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.snapshot.HandmadeWarc.gzip;
import static org.evidencewatch.snapshot.HandmadeWarc.joined;

import com.github.luben.zstd.Zstd;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fetch.FailureCause;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.Redirect;
import org.evidencewatch.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcDigest;

/** Archives as others write them, read as a web. */
class ForeignArchivesTest {

    private static final String PAGE = "https://a.example/refunds";
    private static final String MONDAY = "2026-06-01T02:00:00Z";
    private static final String TUESDAY = "2026-06-02T02:00:00Z";
    private static final String TEXT = "Within 30 days you can ask for your money back.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerIsReadCompressedOrNot(boolean compressed) throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, MONDAY, html("ETag: \"1\"\n", TEXT))
                .response(PAGE + "?b=2", MONDAY, html("", "other"));
        try (var replayed = Replayed.open(compressed ? warc.compressed(folder) : warc.plain(folder))) {
            assertThat(replayed.archive().flaws()).isEmpty();
            assertThat(replayed.fetch(PAGE)).isInstanceOfSatisfying(Received.class, received -> {
                assertThat(received.body()).asString().isEqualTo(TEXT);
                assertThat(received.status()).isEqualTo(200);
                assertThat(received.headers()).containsEntry("etag", List.of("\"1\""));
            });
            assertThat(replayed.body(PAGE + "?b=2")).isEqualTo("other");
            assertThat(replayed.failure(PAGE + "?b=3").cause()).isEqualTo(FailureCause.NOT_RECORDED);
        }
    }

    @Test
    void theNewestThatIsNotAfterTheTimeAskedForStands() throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, TUESDAY, html("", "new"))
                .response(PAGE, MONDAY, html("", "old"))
                .response(PAGE, "2026-06-03", html("", "newest"));
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.body(PAGE, MONDAY)).isEqualTo("old");
            assertThat(replayed.body(PAGE, "2026-06-02T01:59:59Z")).isEqualTo("old");
            assertThat(replayed.body(PAGE, TUESDAY)).isEqualTo("new");
            assertThat(replayed.body(PAGE)).isEqualTo("newest");
            assertThat(replayed.archive().newest()).isEqualTo("2026-06-03T00:00:00Z");
            assertThat(replayed.fetch(PAGE, Instant.parse("2026-05-01T00:00:00Z"), Optional.empty()))
                    .isInstanceOfSatisfying(
                            org.evidencewatch.fetch.FetchResult.Failed.class,
                            failed -> assertThat(failed.detail()).isEqualTo("not in the archive: " + PAGE));
        }
    }

    /** Brackets around addresses, SHA-1 in base 32, requests beside answers, its own log as resources. */
    @Test
    void anArchiveByWgetIsRead() throws Exception {
        byte[] chunked = chunked(gzip(TEXT.getBytes(StandardCharsets.UTF_8)));
        byte[] http = joined(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
                chunked);
        var warc = new HandmadeWarc()
                .record("""
                        WARC-Type: warcinfo
                        Content-Type: application/warc-fields
                        WARC-Date: %s
                        WARC-Record-ID: <urn:uuid:1>
                        WARC-Filename: site.warc.gz
                        """.formatted(MONDAY), "software: Wget/1.21.3 (linux-gnu)\r\nformat: WARC File Format 1.0\r\n")
                .record("""
                        WARC-Type: request
                        WARC-Target-URI: <%s>
                        Content-Type: application/http;msgtype=request
                        WARC-Date: %s
                        WARC-Record-ID: <urn:uuid:2>
                        """.formatted(PAGE, MONDAY), "GET /refunds HTTP/1.1\r\nHost: a.example\r\n\r\n")
                .record("""
                        WARC-Type: response
                        WARC-Record-ID: <urn:uuid:3>
                        WARC-Concurrent-To: <urn:uuid:2>
                        WARC-Target-URI: <%s>
                        WARC-Date: %s
                        WARC-IP-Address: 192.0.2.1
                        WARC-Block-Digest: sha1:%s
                        Content-Type: application/http;msgtype=response
                        """.formatted(PAGE, MONDAY, sha1(http)), http)
                .record("""
                        WARC-Type: resource
                        WARC-Record-ID: <urn:uuid:4>
                        WARC-Target-URI: <metadata://gnu.org/software/wget/warc/wget.log>
                        WARC-Date: %s
                        Content-Type: text/plain
                        """.formatted(TUESDAY), "FINISHED --2026-06-02--");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.archive().flaws()).isEmpty();
            assertThat(replayed.archive().newest()).isEqualTo(MONDAY);
            assertThat(replayed.body(PAGE)).isEqualTo(TEXT);
        }
    }

    /** Recorders in browsers and proxies decode a content, and some leave its head as it was. */
    @ParameterizedTest
    @CsvSource({
        "Content-Encoding: gzip",
        "Content-Encoding: zstd",
        "Transfer-Encoding: chunked",
        "'Content-Encoding: gzip\nContent-Length: 7'",
        "'Content-Encoding: gzip\nTransfer-Encoding: chunked'"
    })
    void aContentThatWasDecodedBeforeIsTakenAsItIs(String fields) throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, MONDAY, "HTTP/1.1 200 OK\r\n" + fields.replace("\n", "\r\n") + "\r\n\r\n" + TEXT);
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.body(PAGE)).isEqualTo(TEXT);
        }
    }

    @Test
    void aContentInOtherCodingsIsDecodedAsOnTheNetwork() throws Exception {
        byte[] zstd = Zstd.compress(TEXT.getBytes(StandardCharsets.UTF_8));
        var warc = new HandmadeWarc()
                .response(
                        PAGE,
                        MONDAY,
                        joined(
                                "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: ",
                                zstd.length,
                                "\r\n\r\n",
                                zstd))
                .response(PAGE + "/br", MONDAY, "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nno brotli")
                .response(PAGE + "/ce", MONDAY, "HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\n\r\n..");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.body(PAGE)).isEqualTo(TEXT);
            assertThat(replayed.failure(PAGE + "/br").cause()).isEqualTo(FailureCause.DECODE_ERROR);
            assertThat(replayed.failure(PAGE + "/ce").cause()).isEqualTo(FailureCause.DECODE_ERROR);
        }
    }

    /** The three ways in which recorders say what a revisit is of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARC-Refers-To: <urn:uuid:00000000-0000-0000-0000-000000000000>",
                "WARC-Refers-To-Target-URI: https://b.example/same\nWARC-Refers-To-Date: " + MONDAY,
                "WARC-Payload-Digest: sha1:SAME"
            })
    void aRevisitIsTheContentItRefersTo(String reference) throws Exception {
        var warc = new HandmadeWarc()
                .record("""
                        WARC-Type: response
                        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>
                        WARC-Date: %s
                        WARC-Target-URI: https://b.example/same
                        WARC-Payload-Digest: sha1:SAME
                        Content-Type: application/http; msgtype=response
                        """.formatted(MONDAY), html("X-Night: 1\n", TEXT))
                .record(revisit("identical-payload-digest", reference), html("X-Night: 2\n", ""));
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.fetch(PAGE)).isInstanceOfSatisfying(Received.class, received -> {
                assertThat(received.body()).asString().isEqualTo(TEXT);
                assertThat(received.headers()).containsEntry("x-night", List.of("2"));
                assertThat(received.effectiveUrl()).hasToString(PAGE);
            });
        }
    }

    @Test
    void notModifiedIsSaidToWhoeverHoldsWhatItWasSaidOf() throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, MONDAY, html("ETag: \"1\"\n", TEXT))
                .record(
                        revisit(
                                "server-not-modified",
                                "WARC-Refers-To: <urn:uuid:00000000-0000-0000-0000-000000000000>"),
                        "HTTP/1.1 304 Not Modified\r\nDate: later\r\n\r\n");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.fetch(PAGE, Replayed.END, validators("\"1\""))).isInstanceOf(NotModified.class);
            assertThat(replayed.fetch(PAGE, Replayed.END, validators("\"2\""))).isInstanceOf(Received.class);
            assertThat(replayed.body(PAGE)).isEqualTo(TEXT);
            assertThat(replayed.fetch(PAGE, Instant.parse(MONDAY), validators("\"1\"")))
                    .as("it was answered in full then")
                    .isInstanceOf(Received.class);
        }
    }

    @Test
    void aRevisitOfWhatIsNotInTheFileIsNoContent() throws Exception {
        var warc = new HandmadeWarc()
                .record(
                        revisit("server-not-modified", "WARC-Refers-To: <urn:uuid:elsewhere>"),
                        "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(FailureCause.NOT_RECORDED);
            assertThat(replayed.fetch(PAGE, Replayed.END, validators("\"1\""))).isInstanceOf(NotModified.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 200 OK", "HTTP/1.1 200", "HTTP/2.0 200 OK", "HTTP/2 200", "HTTP/1.1 200 "})
    void anyVersionOfHttpIsRead(String statusLine) throws Exception {
        var warc = new HandmadeWarc().response(PAGE, MONDAY, statusLine + "\r\n\r\n" + TEXT);
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.body(PAGE)).isEqualTo(TEXT);
        }
    }

    @Test
    void redirectsAndRobotsAreFollowedInTheArchive() throws Exception {
        var warc = new HandmadeWarc()
                .response(
                        "https://a.example/old",
                        MONDAY,
                        "HTTP/1.1 301 Moved\r\nLocation: /refunds\r\nContent-Length: 99\r\n\r\n")
                .response(PAGE, MONDAY, html("", TEXT))
                .response("https://a.example/private", MONDAY, html("", "secret"))
                .response(
                        "https://a.example/robots.txt",
                        MONDAY,
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /private\n");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.fetch("https://a.example/old")).isInstanceOfSatisfying(Received.class, received -> {
                assertThat(received.body()).asString().isEqualTo(TEXT);
                assertThat(received.redirects())
                        .containsExactly(new Redirect(301, URI.create("https://a.example/old"), URI.create(PAGE)));
            });
            assertThat(replayed.fetch("https://a.example/private")).isInstanceOf(Disallowed.class);
        }
    }

    private static String revisit(String profile, String reference) {
        return """
                WARC-Type: revisit
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000009>
                WARC-Date: %s
                WARC-Target-URI: %s
                WARC-Profile: http://netpreserve.org/warc/1.0/revisit/%s
                Content-Type: application/http; msgtype=response
                %s
                """.formatted(TUESDAY, PAGE, profile, reference);
    }

    private static Optional<Validators> validators(String etag) {
        return Validators.of(Optional.of(etag), Optional.empty());
    }

    private static String html(String fields, String body) {
        return ("HTTP/1.1 200 OK\nContent-Type: text/html\n" + fields + "\n").replace("\n", "\r\n") + body;
    }

    private static byte[] chunked(byte[] content) {
        return joined(Integer.toHexString(content.length), "\r\n", content, "\r\n0\r\n\r\n");
    }

    private static String sha1(byte[] octets) throws Exception {
        return new WarcDigest(digested(octets)).base32();
    }

    private static MessageDigest digested(byte[] octets) throws Exception {
        var sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(octets);
        return sha1;
    }
}
