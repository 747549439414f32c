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
import java.util.function.Function;

/**
 * A server that answers octet by octet as the test says, however wrong that is. One request a connection. A path without
 * an answer is a 404, so robots.txt allows all unless a test serves one.
 */
public final class RawServer implements AutoCloseable {

    /** Writes one answer; the connection is closed when it returns. */
    @FunctionalInterface
    public interface Script {
        void answer(OutputStream out) throws IOException;
    }

    private interface Answering {
        void answer(List<String> head, OutputStream out) throws IOException;
    }

    /** What becomes of the connection after the answer. */
    public enum Ending {
        CLOSED,
        /** Kept open until the client leaves. */
        HELD,
        /** Reset (RFC 9293, section 3.10.5). */
        RESET
    }

    /** What was asked, and between which nanoseconds it was answered. */
    public record Seen(String path, List<String> head, long from, long until) {}

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Ending> endings = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    RawServer() {
        this("127.0.0.1");
    }

    RawServer(String address) {
        this(address, 0);
    }

    /**
     * A server at that address of this machine.
     *
     * @param port 0 for any that is free
     */
    public RawServer(String address, int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public RawServer on(String path, Script script) {
        answers.put(path, (head, out) -> script.answer(out));
        return this;
    }

    public RawServer on(String path, String answer) {
        return on(path, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Answers by what the lines of the request say. */
    public RawServer replying(String path, Function<List<String>, String> answer) {
        answers.put(path, (head, out) -> out.write(answer.apply(head).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** How connections end on which that path was asked for. */
    public RawServer ending(String path, Ending ending) {
        endings.put(path, ending);
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI at(String path) {
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path);
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Waits until that many requests have come. */
    void await(int requests) throws InterruptedException {
        while (seen.size() < requests) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    public int connections() {
        return connections.get();
    }

    public int mostInFlight() {
        return mostInFlight.get();
    }

    public static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Holds a script for that long. */
    public static void pause(long milliseconds) {
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

    private static void end(Socket connection, Ending ending) throws IOException {
        switch (ending) {
            case CLOSED -> {}
            case HELD -> connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            case RESET -> connection.setSoLinger(true, 0);
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
            answers.getOrDefault(
                            path, (asked, out) -> write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                    .answer(head, connection.getOutputStream());
            connection.getOutputStream().flush();
            end(connection, endings.getOrDefault(path, Ending.CLOSED));
        } catch (IOException clientLeft) {
            head.add("client left: " + clientLeft);
        } finally {
            inFlight.decrementAndGet();
        }
    }
}
