package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evidencewatch.fetch.RawServer.ok;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last judgement before an address is dialled. */
class GatedSocketsTest {

    private final RawServer server = new RawServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void dialsNoAddressThatTheGateDeniesWhoeverAskedForIt() throws Exception {
        var sockets = sockets(List.of(), Set.of());
        for (String denied : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1", "64:ff9b::a00:1")) {
            assertThatThrownBy(() -> dial(sockets, address(denied), 443))
                    .as(denied)
                    .isInstanceOf(GatedResolver.GateClosed.class);
        }
        assertThatThrownBy(() -> sockets.createSocket().connect(InetSocketAddress.createUnresolved("a.example", 80)))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void neverReadsItselfUnderAnyOfItsAddresses() throws Exception {
        var everything = List.of(Network.parse("0.0.0.0/0"));
        var sockets = sockets(everything, Set.of(server.port()));
        var own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4)
                .toList();
        for (InetAddress address : own) {
            assertThatThrownBy(() -> dial(sockets, address, server.port()))
                    .as(address.toString())
                    .isInstanceOf(GatedResolver.GateClosed.class);
        }
        assertThatThrownBy(() -> dial(sockets, address("127.9.9.9"), server.port()))
                .isInstanceOf(GatedResolver.GateClosed.class);
        assertThatThrownBy(() -> dial(sockets, address("0.0.0.0"), server.port()))
                .isInstanceOf(GatedResolver.GateClosed.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void anotherPortOfThisMachineIsNotItself() throws Exception {
        var loopback = List.of(Network.parse("127.0.0.0/8"));
        dial(sockets(loopback, Set.of(server.port() - 1)), address("127.0.0.1"), server.port());
    }

    @Test
    void aPageOfTheProgramItselfIsRefused() {
        server.on("/a", ok("Content-Length: 2\r\n", "ok"));
        var settings = Live.settings(Duration.ZERO, Live.LIMITS);
        try (var fetcher = Fetchers.live(settings, Clock.systemUTC())) {
            assertThat(fetcher.fetch(FetchRequest.of(server.at("/a")))).isInstanceOf(Received.class);
        }
        try (var serving = Fetchers.live(settings.listeningAt(Set.of(server.port())), Clock.systemUTC())) {
            assertThat(serving.fetch(FetchRequest.of(server.at("/a"))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.detail()).contains("this program itself"));
        }
    }

    /** TCP lets a socket connect to its own address and port; a free port of this machine would then seem to answer. */
    @Test
    void aSocketThatMeetsItselfFoundNobody() throws Exception {
        var loopback = List.of(Network.parse("127.0.0.0/8"));
        try (var socket = sockets(loopback, Set.of()).createSocket()) {
            socket.bind(new InetSocketAddress(address("127.0.0.1"), 0));
            assertThatThrownBy(() -> socket.connect(socket.getLocalSocketAddress()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static InetAddress address(String text) throws IOException {
        return Address.parse(text).orElseThrow().toInetAddress();
    }

    private static GatedSockets sockets(List<Network> allowed, Set<Integer> ownPorts) {
        return new GatedSockets(new AddressRules(allowed), ownPorts, UnaryOperator.identity());
    }

    private static void dial(GatedSockets sockets, InetAddress address, int port) throws IOException {
        try (Socket socket = sockets.createSocket(address, port)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
