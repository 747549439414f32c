package org.evidencewatch.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to admitted addresses only, and directly, whatever the system says of proxies. Neither do they
 * connect to this program itself, nor, which TCP allows (RFC 9293, section 3.5), to themselves.
 */
final class GatedSockets extends SocketFactory {

    private final AddressRules rules;
    private final Set<Integer> ownPorts;
    private final UnaryOperator<InetSocketAddress> way;

    /**
     * Sockets under these rules.
     *
     * @param ownPorts where this program listens, on every address of this machine
     * @param way what an admitted address is connected to: itself. Tests record it here and connect elsewhere
     */
    GatedSockets(AddressRules rules, Set<Integer> ownPorts, UnaryOperator<InetSocketAddress> way) {
        this.rules = rules;
        this.ownPorts = ownPorts;
        this.way = way;
    }

    @Override
    public Socket createSocket() {
        return new Gated();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        try {
            socket.connect(address);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private InetSocketAddress admitted(SocketAddress endpoint) throws IOException {
        if (!(endpoint instanceof InetSocketAddress inet) || inet.isUnresolved()) {
            throw new UnknownHostException(endpoint + " does not resolve");
        }
        var denial = rules.denial(Address.of(inet.getAddress()));
        if (denial.isPresent()) {
            throw closed(inet, denial.get());
        }
        if (ownPorts.contains(inet.getPort()) && isOurs(inet.getAddress())) {
            throw closed(inet, "this program itself");
        }
        return inet;
    }

    private static boolean isOurs(InetAddress address) throws SocketException {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || NetworkInterface.getByInetAddress(address) != null;
    }

    private static IOException closed(InetSocketAddress inet, String why) {
        return new GatedResolver.GateClosed(inet.getHostString(), new Denial(Refusal.ADDRESS, why));
    }

    private final class Gated extends Socket {

        private Gated() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(way.apply(admitted(endpoint)), timeout);
            if (getLocalPort() == getPort() && getLocalAddress().equals(getInetAddress())) {
                close();
                throw new ConnectException("nobody listens there but the socket itself");
            }
        }
    }
}
