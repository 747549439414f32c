package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRedirectTest {

    private final RawServer server = new RawServer();
    private final RawServer inside = new RawServer("127.0.0.2");
    private final Fetcher fetcher =
            Live.fetcher(Duration.ZERO, Live.LIMITS, Map.of("a.example", "127.0.0.1", "inside.example", "127.0.0.2"));

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
        inside.close();
    }

    @Test
    void followsAndRecordsEveryHop() {
        redirect("/a", 301, "b?x=1");
        redirect("/b?x=1", 307, "http://a.example:" + server.port() + "/c");
        server.on("/c", ok("Content-Length: 3\r\n", "end"));
        URI last = URI.create("http://a.example:" + server.port() + "/c");
        assertThat(fetch("/a")).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.body()).asString().isEqualTo("end");
            assertThat(received.effectiveUrl()).isEqualTo(last);
            assertThat(received.redirects())
                    .containsExactly(
                            new Redirect(301, server.at("/a"), server.at("/b?x=1")),
                            new Redirect(307, server.at("/b?x=1"), last));
        });
    }

    @Test
    void findsLoop() {
        redirect("/a", 302, "/b");
        redirect("/b", 302, "/a");
        assertThat(fetch("/a")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(FailureCause.PROTOCOL_ERROR);
            assertThat(failed.detail()).contains("loop", "/a", "/b");
        });
        assertThat(server.seen()).filteredOn(seen -> seen.path().equals("/a")).hasSize(1);
    }

    @Test
    void followsTenHopsAndNoMore() {
        for (int i = 0; i < 12; i++) {
            redirect("/" + i, 302, "/" + (i + 1));
        }
        server.on("/12", ok("Content-Length: 0\r\n", ""));
        assertThat(fetch("/2")).isInstanceOf(Received.class);
        assertThat(fetch("/1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.REDIRECTS));
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, ADDRESS",
        "http://169.254.169.254/latest/meta-data/, ADDRESS",
        "http://[::1]/, ADDRESS",
        "http://127.1/, SYNTAX",
        "//user@a.example/, USERINFO",
        "file:///etc/passwd, SCHEME",
        "https://a.internal/, NAME"
    })
    void refusesHopThatTheGateDenies(String location, Refusal refusal) {
        redirect("/a", 302, location);
        assertThat(fetch("/a")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.detail()).contains(server.at("/a").toString());
        });
    }

    @Test
    void neverDialsNameThatResolvesInside() {
        inside.on("/", ok("Content-Length: 6\r\n", "secret"));
        redirect("/a", 302, "http://inside.example/");
        redirect("/b", 302, "http://inside.example:" + inside.port() + "/");
        FetchResult usualPort = fetch("/a");
        FetchResult otherPort = fetch("/b");
        assertThat(usualPort).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.ADDRESS);
            assertThat(refused.detail()).doesNotContain("127.0.0.2");
        });
        assertThat(otherPort)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.PORT));
        assertThat(inside.connections()).isZero();
    }

    @Test
    void neverDialsDeniedAddressOfTheFirstRequest() {
        assertThat(fetcher.fetch(FetchRequest.of(inside.at("/"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ADDRESS));
        assertThat(inside.connections()).isZero();
    }

    @Test
    void asksRobotsOfTheHostItIsSentTo() {
        redirect("/a", 302, "http://a.example:" + server.port() + "/private/x");
        server.on("/robots.txt", ok("Content-Length: 37\r\n", "User-agent: *\nDisallow: /private/\nX: 1"));
        assertThat(fetch("/a"))
                .isEqualTo(new Disallowed(URI.create("http://a.example:" + server.port() + "/robots.txt")));
        assertThat(server.seen()).noneMatch(seen -> seen.path().startsWith("/private"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void callsRedirectToNowhereAProtocolError(int status) {
        server.on("/a", "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        redirect("/b", status, "");
        for (FetchResult result : List.of(fetch("/a"), fetch("/b"))) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Failed.class, f -> assertThat(f.cause()).isEqualTo(FailureCause.PROTOCOL_ERROR));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://h.example/a/b?c, d, http://h.example/a/d",
        "http://h.example/a/b?c, ?d, http://h.example/a/b?d",
        "http://h.example/a/b?c, /d, http://h.example/d",
        "http://h.example/a/b?c, #d, http://h.example/a/b?c#d",
        "https://h.example/a/b, //i.example/d, https://i.example/d",
        "https://h.example/a/b, HTTP://i.example/d, HTTP://i.example/d",
        "https://h.example/a/b, ../d e, https://h.example/a/../d%20e",
        "https://h.example/, d, https://h.example/d"
    })
    void resolvesLocationAsRfc3986Says(String from, String location, String expected) {
        assertThat(Redirects.resolve((Target) new Gate(List.of()).admit(from), location))
                .isEqualTo(expected);
    }

    @Test
    void readsLocationBeyondAsciiAsOctets() {
        redirect("/a", 302, "/caf\u00c3\u00a9");
        server.on("/caf%C3%A9", ok("Content-Length: 0\r\n", ""));
        assertThat(fetch("/a")).isInstanceOf(Received.class);
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(FetchRequest.of(server.at(path)));
    }

    private void redirect(String path, int status, String location) {
        server.on(
                path,
                "HTTP/1.1 " + status + " Over there\r\nLocation: " + location
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
