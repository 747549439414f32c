package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-11T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://a.example, index.http",
        "https://a.example/, index.http",
        "https://a.example/en/, en/index.http",
        "https://a.example/en/refunds, en/refunds.http",
        "https://a.example/en/refunds.html#top, en/refunds.html.http",
        "https://a.example/t?id=7&back=/b/c, t@id=7&back=%2Fb%2Fc.http",
        "https://a.example/?q=1, index@q=1.http",
        "https://a.example/%E2%82%AC, %E2%82%AC.http",
        "http://a.example:80/x, x.http"
    })
    void findsRecordingByUrl(String url, String file) throws IOException {
        record(file, "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nbody of " + file);
        assertThat(fetch(url))
                .isInstanceOfSatisfying(
                        Received.class, r -> assertThat(r.body()).asString().isEqualTo("body of " + file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nETag: \"1\"\n\nline\n\nline",
                "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\nline\n\nline"
            })
    void readsHeadWithEitherLineEndAndBodyAsItIs(String recording) throws IOException {
        record("x.http", recording);
        assertThat(fetch("https://a.example/x")).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.body()).asString().isEqualTo("line\n\nline");
            assertThat(received.headers()).containsEntry("etag", List.of("\"1\""));
            assertThat(received.wireLength()).isEqualTo(10);
        });
    }

    @Test
    void givesSecondRecordingOnlyToConfirmations() throws IOException {
        record("x.http", "HTTP/1.1 200 OK\n\nfirst");
        record("x.again.http", "HTTP/1.1 200 OK\n\nsecond");
        record("y.http", "HTTP/1.1 200 OK\n\nonly");
        assertThat(body(fetch("https://a.example/x"))).isEqualTo("first");
        assertThat(body(again("https://a.example/x"))).isEqualTo("second");
        assertThat(body(again("https://a.example/y"))).isEqualTo("only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"1\"   | -  | true",
                "W/\"1\" | -  | true",
                "\"2\"   | -  | false",
                "-       | D1 | true",
                "-       | D2 | false",
                "\"2\"   | D1 | false",
                "\"1\"   | D2 | true"
            })
    void answersMatchingValidatorsAsOriginWould(String etag, String date, boolean notModified) throws IOException {
        record("x.http", "HTTP/1.1 200 OK\nETag: \"1\"\nLast-Modified: D1\n\nbody");
        var held = new Validators(Optional.ofNullable(etag), Optional.ofNullable(date));
        var request = new FetchRequest(URI.create("https://a.example/x"), Optional.of(held));
        assertThat(replay(false).fetch(request)).isInstanceOf(notModified ? NotModified.class : Received.class);
    }

    @Test
    void answersConditionalRequestInFullWhenStatusIsNot200() throws IOException {
        record("x.http", "HTTP/1.1 404 Not Found\nETag: \"1\"\n\ngone");
        var held = new Validators(Optional.of("\"1\""), Optional.empty());
        assertThat(replay(false).fetch(new FetchRequest(URI.create("https://a.example/x"), Optional.of(held))))
                .isInstanceOf(Received.class);
    }

    @ParameterizedTest
    @EnumSource(FailureCause.class)
    void replaysEveryFault(FailureCause cause) throws IOException {
        record("x.http", "FAULT " + cause + " as it was that night\n");
        assertThat(fetch("https://a.example/x")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).isEqualTo("as it was that night");
        });
    }

    @Test
    void saysWhatWasNotRecorded() {
        assertThat(fetch("https://a.example/x"))
                .isEqualTo(new Failed(FailureCause.NOT_RECORDED, false, "no recording of https://a.example/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "FAULT", "FAULT SOMETHING else", "HTTP/1.1 OK\n\n"})
    void failsOnFileThatIsNoRecording(String content) throws IOException {
        record("x.http", content);
        assertThat(fetch("https://a.example/x"))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.cause()).isEqualTo(FailureCause.PROTOCOL_ERROR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/../b.example/secret",
                "https://a.example/%2e%2e/b.example/secret",
                "https://a.example/x/..%2f..%2fb.example/secret",
                "https://a.example/?/../../b.example/secret",
                "https://a.example//b.example/secret"
            })
    void neverLeavesTheHostsFolder(String url) throws IOException {
        Files.createDirectories(folder.resolve("b.example"));
        Files.writeString(folder.resolve("b.example/secret.http"), "HTTP/1.1 200 OK\n\nsecret");
        Files.createDirectories(folder.resolve("a.example/x"));
        assertThat(fetch(url)).isInstanceOf(Failed.class);
    }

    @Test
    void obeysRecordedRobotsAndRedirects() throws IOException {
        record("robots.txt.http", "HTTP/1.1 200 OK\n\nUser-agent: *\nDisallow: /private\nCrawl-delay: 30\n");
        record("old.http", "HTTP/1.1 301 Moved Permanently\nLocation: /new\n\n");
        record("new.http", "HTTP/1.1 200 OK\n\nhere");
        record("gone.http", "HTTP/1.1 302 Found\nLocation: /private/x\n\n");
        assertThat(fetch("https://a.example/old")).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.effectiveUrl()).hasToString("https://a.example/new");
            assertThat(received.redirects())
                    .containsExactly(new Redirect(
                            301, URI.create("https://a.example/old"), URI.create("https://a.example/new")));
        });
        assertThat(fetch("https://a.example/gone")).isInstanceOf(Disallowed.class);
    }

    @Test
    void asksForNothingWhenRecordedRobotsFail() throws IOException {
        record("robots.txt.http", "FAULT TIMEOUT silent");
        record("x.http", "HTTP/1.1 200 OK\n\nbody");
        assertThat(fetch("https://a.example/x"))
                .isEqualTo(new Failed(FailureCause.ROBOTS_UNREACHABLE, true, "robots.txt: TIMEOUT: silent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://localhost/", "https://a.example:8443/", "ftp://a.example/"})
    void keepsThePurePartOfTheGate(String url) {
        assertThat(fetch(url)).isInstanceOf(Refused.class);
    }

    private void record(String file, String content) throws IOException {
        Path path = folder.resolve("a.example").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private Fetcher replay(boolean second) {
        return Fetchers.replay(folder, second, FetchSettings.DEFAULTS, CLOCK);
    }

    private FetchResult fetch(String url) {
        return replay(false).fetch(FetchRequest.of(URI.create(url)));
    }

    private FetchResult again(String url) {
        return replay(true).fetch(FetchRequest.of(URI.create(url)));
    }

    private static String body(FetchResult result) {
        return new String(((Received) result).body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
