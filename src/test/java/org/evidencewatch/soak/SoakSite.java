package org.evidencewatch.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;

/** Some help pages on loopback: each day other bytes, and one day another refund window on the first of them. */
final class SoakSite implements AutoCloseable {

    static final int PAGES = 6;

    private final HttpServer server;
    private final Clock clock;
    private final Instant change;

    private SoakSite(HttpServer server, Clock clock, Instant change) {
        this.server = server;
        this.clock = clock;
        this.change = change;
    }

    static SoakSite open(Clock clock, Instant change) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        var site = new SoakSite(server, clock, change);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    String address(int page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/help/" + page;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean help = path.matches("/help/\\d");
            byte[] body = (help ? page(path.charAt(path.length() - 1) - '0') : "no such page")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(help ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(int number) {
        Instant now = clock.instant();
        String window = number == 0 && !now.isBefore(change) ? "14 days" : "30 days";
        return """
                <!doctype html><html lang="en"><head><title>Refunds %1$d</title></head><body><nav>Home Plans Help</nav><main>
                <article><h1>Refunds, part %1$d</h1>
                <p>You can ask for a full refund within %2$s of the purchase or of a renewal. After that, yearly plans are not
                refunded, and monthly plans end with the month that is paid.</p>
                <p>To cancel, open Settings, choose Subscription and press Cancel. We confirm it by mail on the same day, and part
                %1$d of this help tells what becomes of your files.</p></article></main>
                <!-- rendered %3$s --></body></html>""".formatted(number, window, now);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
