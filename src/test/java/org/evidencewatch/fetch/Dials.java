package org.evidencewatch.fetch;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Writes down every address that a socket of ours is told to connect to, and connects it to this machine instead: to a
 * test's server, or to where nobody listens when it would have to speak TLS. Nothing leaves the machine.
 */
final class Dials implements UnaryOperator<InetSocketAddress> {

    private static final int NOBODY = 1;

    private final List<InetSocketAddress> made = new CopyOnWriteArrayList<>();
    private final int port;

    Dials(int port) {
        this.port = port;
    }

    @Override
    public InetSocketAddress apply(InetSocketAddress wanted) {
        made.add(wanted);
        return new InetSocketAddress(loopback(), wanted.getPort() == 443 ? NOBODY : port);
    }

    /** What was dialled, in order. */
    List<InetSocketAddress> made() {
        return List.copyOf(made);
    }

    /** What was dialled, as addresses. */
    List<Address> addresses() {
        return made.stream().map(dialled -> Address.of(dialled.getAddress())).toList();
    }

    void forget() {
        made.clear();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }
}
