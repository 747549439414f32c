package org.evidencewatch.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that answers octet by octet as the test says, however wrong that is. One request a connection. A path without
 * an answer is a 404, so robots.txt allows all unless a test serves one.
 */
final class RawServer implements AutoCloseable {

    /** Writes one answer; the connection is closed when it returns. */
    @FunctionalInterface
    interface Script {
        void answer(OutputStream out) throws IOException;
    }

    /** What was asked, and between which nanoseconds it was answered. */
    record Seen(String path, List<String> head, long from, long until) {}

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    RawServer() {
        this("127.0.0.1");
    }

    RawServer(String address) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    RawServer on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    RawServer on(String path, String answer) {
        return on(path, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return socket.getLocalPort();
    }

    URI at(String path) {
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Waits until that many requests have come. */
    void await(int requests) throws InterruptedException {
        while (seen.size() < requests) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    int connections() {
        return connections.get();
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Holds a script for that long. */
    static void pause(long milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        long from = System.nanoTime();
        List<String> head = new ArrayList<>();
        try (connection) {
            var in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line; (line = in.readLine()) != null && !line.isEmpty(); ) {
                head.add(line);
            }
            String path = head.isEmpty() ? "" : head.getFirst().split(" ", 3)[1];
            seen.add(new Seen(path, head, from, System.nanoTime()));
            scripts.getOrDefault(path, out -> write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                    .answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException clientLeft) {
            head.add("client left: " + clientLeft);
        } finally {
            inFlight.decrementAndGet();
        }
    }
}
