package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.evidencewatch.fetch.FetchResult.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine says of proxies and passwords is for others: a proxy would dial for us, past the gate. */
class SystemSettingsTest {

    private final RawServer proxy = new RawServer();
    private final RawServer server = new RawServer();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> before = new TreeMap<>();
    private final ProxySelector selector = ProxySelector.getDefault();

    @BeforeEach
    void set() {
        for (String name : List.of("http", "https", "socks", "ftp")) {
            set(name.equals("socks") ? "socksProxyHost" : name + ".proxyHost", "127.0.0.1");
            set(name.equals("socks") ? "socksProxyPort" : name + ".proxyPort", Integer.toString(proxy.port()));
        }
        set("http.nonProxyHosts", "");
        set("socksNonProxyHosts", "");
        set("java.net.useSystemProxies", "true");
        set("http.auth.preference", "ntlm");
        set("jdk.http.auth.tunneling.disabledSchemes", "");
        ProxySelector.setDefault(new Everything());
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.incrementAndGet();
                return new PasswordAuthentication("someone", "s3cr3t-canary".toCharArray());
            }
        });
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        ProxySelector.setDefault(selector);
        Authenticator.setDefault(null);
        server.close();
        proxy.close();
    }

    @Test
    void pagesAndWebhooksGoThroughNoProxy() {
        server.on("/a", ok("Content-Length: 2\r\n", "ok"));
        try (var fetcher = Live.fetcher();
                var deliveries = new Deliveries(
                        Live.settings(Duration.ZERO, Live.LIMITS), List.of(Network.parse("127.0.0.1/32")))) {
            assertThat(fetcher.fetch(FetchRequest.of(server.at("/a")))).isInstanceOf(Received.class);
            assertThat(deliveries.post(server.at("/a"), Map.of(), new byte[0]))
                    .isEqualTo(new DeliveryResult.Answered(200));
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://127.0.0.1:" + server.port() + "/"))))
                    .isNotInstanceOf(Received.class);
        }
        assertThat(proxy.connections()).isZero();
        assertThat(asked).hasValue(0);
    }

    @Test
    void socketsOfMailGoThroughNoProxy() throws Exception {
        try (var deliveries = new Deliveries(FetchSettings.DEFAULTS, List.of(Network.parse("127.0.0.1/32")));
                var socket = deliveries.sockets().createSocket("127.0.0.1", server.port())) {
            assertThat(socket.getPort()).isEqualTo(server.port());
        }
        assertThat(proxy.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"help\"",
                "401 Unauthorized\r\nWWW-Authenticate: NTLM",
                "401 Unauthorized\r\nWWW-Authenticate: Negotiate",
                "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"b\", qop=\"auth\"",
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"help\""
            })
    void nobodyIsToldAPassword(String challenge) {
        server.on("/a", "HTTP/1.1 " + challenge + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        try (var fetcher = Live.fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.at("/a"))))
                    .isInstanceOfSatisfying(
                            Received.class,
                            received -> assertThat(received.status()).isIn(401, 407));
        }
        assertThat(asked).hasValue(0);
        assertThat(server.seen())
                .hasSize(2)
                .allSatisfy(seen ->
                        assertThat(seen.head()).noneMatch(line -> line.matches("(?i)(proxy-)?authorization:.*")));
    }

    private void set(String name, String value) {
        @Nullable String set = System.getProperty(name);
        before.put(name, set == null ? "" : set);
        System.setProperty(name, value);
    }

    /** Sends everything to the proxy. */
    private final class Everything extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            asked.incrementAndGet();
            return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            throw new AssertionError(e);
        }
    }
}
