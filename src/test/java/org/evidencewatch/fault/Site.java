package org.evidencewatch.fault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.evidencewatch.fetch.RawServer;
import org.evidencewatch.fetch.RawServer.Ending;
import org.evidencewatch.fetch.RawServer.Seen;

/** A host of its own on this machine, with one help page. */
final class Site implements AutoCloseable {

    static final String PATH = "/help/refunds";

    /** The page as it is when nothing is wrong. */
    static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Refunds - Lumora Help</title></head><body>
            <nav>Home Plans Support</nav>
            <main><h1>Refunds</h1>
            <p>You can ask for your money back within 30 days of your first payment, for any reason you like.</p>
            <p>Write to our support team, and we return the full amount to the card that you paid with, as a rule
            within five business days of your message to us.</p>
            <p>Plans that were renewed can be cancelled in your profile at any time before the period ends; what was paid
            for the period that has begun is not paid back, and your access stays open until its last day.</p>
            <p>Gifts and vouchers are paid back to whoever bought them, never to whoever received them.</p></main>
            <footer>Lumora, a company of gardens</footer></body></html>""";

    private final String address;
    private final List<Seen> before = new ArrayList<>();
    private RawServer server;
    private boolean down;

    /** The host of that number, from 1 to 250. */
    Site(int number) {
        address = "127.0.1." + number;
        server = new RawServer(address, 0);
        serveWell();
    }

    URI page() {
        return server.at(PATH);
    }

    RawServer server() {
        return server;
    }

    /** The page answers well, with that ETag of its content. */
    Site serveWell() {
        return serve(ok("ETag: \"v1\"\r\n", PAGE));
    }

    Site serve(String answer) {
        server.on(PATH, out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Site serve(RawServer.Script script) {
        server.on(PATH, script);
        return this;
    }

    /** The page answers by what the lines of the request say. */
    Site replying(Function<List<String>, String> answer) {
        server.replying(PATH, answer);
        return this;
    }

    /** Requests for the page so far, each by the lines of its head. */
    List<List<String>> asked() {
        return seen().stream()
                .filter(seen -> seen.path().equals(PATH))
                .map(Seen::head)
                .toList();
    }

    /** Another path of the host answers so. */
    Site also(String path, String answer) {
        server.on(path, answer);
        return this;
    }

    /** The page's connections end so. */
    Site ending(Ending ending) {
        server.ending(PATH, ending);
        return this;
    }

    /** Nobody listens any more. */
    void goDown() {
        server.close();
        down = true;
    }

    /** All is well again, also where nobody listened. */
    void recover() {
        if (down) {
            before.addAll(server.seen());
            server = new RawServer(address, server.port());
            down = false;
        }
        also("/robots.txt", status("404 Not Found", "Content-Length: 0\r\n"));
        ending(Ending.CLOSED).serveWell();
    }

    /** Every request so far, in order. */
    List<Seen> seen() {
        var all = new ArrayList<>(before);
        all.addAll(server.seen());
        return all;
    }

    /** An answer with status 200 and this text in UTF-8. */
    static String ok(String headers, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return status(
                        "200 OK",
                        "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + length + "\r\n" + headers)
                + text;
    }

    /** The head of an answer after which the connection is closed. */
    static String status(String line, String headers) {
        return "HTTP/1.1 " + line + "\r\nConnection: close\r\n" + headers + "\r\n";
    }

    @Override
    public void close() {
        server.close();
    }
}
