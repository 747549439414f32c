package org.evidencewatch.cli.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The site: HTTP/1.1 with kept connections on many addresses of the loopback interface and one port. Bodies are packed
 * when it is made; a request costs a look-up and a write. Each connection has a virtual thread, so that an answer that
 * is held back holds nothing.
 */
public final class Site implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int ATTEMPTS = 20;

    private final Answers answers;
    private final Bodies bodies;
    private final Duration latency;
    private final List<ServerSocket> sockets;
    private final Log log = new Log();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Scene scene = new Scene(Serving.PLAIN, false);

    private Site(Answers answers, Bodies bodies, Duration latency, List<ServerSocket> sockets) {
        this.answers = answers;
        this.bodies = bodies;
        this.latency = latency;
        this.sockets = sockets;
    }

    /**
     * Makes every page, and listens.
     *
     * @param latency between a request and its answer
     * @throws IOException when this machine lacks the addresses, as macOS does, or all ports that were tried are taken
     */
    public static Site open(SiteShape shape, Duration latency) throws IOException {
        var lots = Lot.draw(shape.pages(), shape.seed());
        var bodies = Bodies.of(shape, lots);
        var site = new Site(new Answers(shape, lots, bodies), bodies, latency, listen(shape));
        site.sockets.forEach(socket -> site.threads.execute(() -> site.accept(socket)));
        return site;
    }

    /** The port, the same on every address. */
    int port() {
        return sockets.getFirst().getLocalPort();
    }

    Bodies bodies() {
        return bodies;
    }

    /** From now on the site is like that. */
    void show(Scene next) {
        scene = next;
    }

    /** What was answered since the last call. */
    Tally tally() {
        return log.take();
    }

    @Override
    public void close() throws IOException {
        closeAll(sockets);
        threads.shutdownNow();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                log.opened();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException("the site cannot accept connections", e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            for (var request = Request.read(in); request.isPresent(); request = Request.read(in)) {
                Thread.sleep(latency);
                Answer answer = answers.to(request.get(), scene);
                byte[] octets = answer.octets();
                log.answered(answer.page(), answer.status(), octets.length);
                connection.getOutputStream().write(octets);
            }
        } catch (IOException clientLeft) {
            // Whoever measures counts pages on both sides and will miss this one.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port that is free on the first address may be taken on another: then all begin again. */
    private static List<ServerSocket> listen(SiteShape shape) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Optional<List<ServerSocket>> sockets = tryToListen(shape, false);
            if (sockets.isPresent()) {
                return sockets.get();
            }
        }
        return tryToListen(shape, true).orElseThrow();
    }

    private static Optional<List<ServerSocket>> tryToListen(SiteShape shape, boolean last) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int host = 0; host < shape.hosts(); host++) {
                var socket = new ServerSocket();
                sockets.add(socket);
                int port = host == 0 ? 0 : sockets.getFirst().getLocalPort();
                socket.bind(new InetSocketAddress(InetAddress.getByName(shape.address(host)), port), BACKLOG);
            }
            return Optional.of(sockets);
        } catch (IOException e) {
            closeAll(sockets);
            if (last) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void closeAll(List<ServerSocket> sockets) throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
