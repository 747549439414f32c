package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;
import static org.evidencewatch.fetch.RawServer.pause;
import static org.evidencewatch.fetch.RawServer.write;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without end, in each part that an answer has. */
@Timeout(60)
class LimitsTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    private final RawServer server = new RawServer();
    private final Fetcher fetcher = Live.fetcher();

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void oneHeaderLine() {
        endless(HEAD + "X-Long: ", "x".repeat(1000));
        assertTooLarge();
    }

    @Test
    void headerLines() {
        endless(HEAD, "X-Many: 1\r\n");
        assertTooLarge();
    }

    @Test
    void longHeaderLinesOfWhichEachIsAllowed() {
        String line = "X-Long: " + "x".repeat(7_000) + "\r\n";
        server.on("/a", ok(line.repeat(4) + "Content-Length: 0\r\n", ""));
        assertThat(fetch()).isInstanceOf(Received.class);
        server.on("/a", ok(line.repeat(5) + "Content-Length: 0\r\n", ""));
        assertTooLarge();
    }

    @Test
    void foldedHeaderLine() {
        endless(HEAD + "X-Folded: 1\r\n", " and on\r\n");
        assertTooLarge();
    }

    @Test
    void interimAnswers() {
        String interim = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
        server.on("/a", interim.repeat(HeadBounds.MOST_INTERIM) + ok("Content-Length: 2\r\n", "ok"));
        assertThat(fetch()).isInstanceOf(Received.class);
        endless("", interim);
        assertTooLarge();
    }

    @Test
    void bodyWithoutLength() {
        endless(HEAD + "\r\n", "x".repeat(8192));
        assertTooLarge();
    }

    @Test
    void bodyLongerThanTheLimitByItsLength() {
        server.on("/a", HEAD + "Content-Length: 99999999999\r\n\r\n" + "x".repeat(300_000));
        assertTooLarge();
    }

    @Test
    void chunks() {
        endless(CHUNKED, "10\r\n0123456789abcdef\r\n");
        assertTooLarge();
    }

    @Test
    void chunkExtension() {
        endless(CHUNKED + "5;a=", "x".repeat(1000));
        assertTooLarge();
    }

    @Test
    void trailers() {
        endless(CHUNKED + "5\r\nhello\r\n0\r\n", "X-Trailer: 1\r\n");
        assertTooLarge();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFFFFFFFFFF", "-5", "5 5", "0x5", ""})
    void chunkOfImpossibleSizeIsNoContent(String size) {
        server.on("/a", CHUNKED + size + "\r\nhello\r\n0\r\n\r\n");
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.cause()).isEqualTo(FailureCause.TRUNCATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Drip: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Trailer: ",
                ""
            })
    void dripEndsAtTheDeadlineWhereverItIs(String start) {
        server.on("/a", out -> {
            write(out, start);
            for (int i = 0; i < 250; i++) {
                write(out, "1");
                pause(40);
            }
        });
        try (var impatient = Live.fetcher(Duration.ZERO, Live.within(Duration.ofMillis(500)), Map.of())) {
            assertThat(impatient.fetch(FetchRequest.of(server.at("/a"))))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.cause()).isEqualTo(FailureCause.TIMEOUT));
        }
    }

    private void endless(String start, String piece) {
        server.on("/a", out -> {
            write(out, start);
            endlessly(out, piece);
        });
    }

    /** Until the client leaves; after 100 MB the client has failed to. */
    private static void endlessly(OutputStream out, String piece) throws IOException {
        for (long sent = 0; sent < 100_000_000; sent += piece.length()) {
            write(out, piece);
        }
    }

    private FetchResult fetch() {
        return fetcher.fetch(FetchRequest.of(server.at("/a")));
    }

    private void assertTooLarge() {
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE));
    }
}
