package org.evidencewatch.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody else's server on loopback: keeps what it is sent, and answers as the test says. */
final class Receiver implements AutoCloseable {

    /** One request as it came. */
    record Got(String path, Map<String, List<String>> headers, byte[] body, int answered) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> String.join(" ", each.getValue()))
                    .findFirst()
                    .orElse("");
        }

        String id() {
            return header("webhook-id");
        }
    }

    /** A status with headers. */
    record Answer(int status, Map<String, String> headers) {

        static Answer of(int status) {
            return new Answer(status, Map.of());
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final int port;
    private volatile Function<String, Answer> answers = id -> Answer.of(200);

    Receiver() {
        this(0);
    }

    /** One where another one was before. */
    Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = server.getAddress().getPort();
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** From now on it answers so, by the id of the letter. */
    void answers(Function<String, Answer> by) {
        answers = by;
    }

    void answers(int status) {
        answers = id -> Answer.of(status);
    }

    int port() {
        return port;
    }

    URI hook() {
        return URI.create("http://127.0.0.1:" + port + "/hook");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var answer = answers.apply(exchange.getRequestHeaders().getFirst("webhook-id"));
            got.add(new Got(
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body,
                    answer.status()));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
