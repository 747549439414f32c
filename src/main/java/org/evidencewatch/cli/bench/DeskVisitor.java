package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A person who logged in, with one connection that is kept open. Follows no redirects and loads nothing beside a page. */
final class DeskVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int PATIENCE_MILLIS = 300_000;
    private static final int OK = 200;

    private final URI desk;
    private String cookie = "";

    private DeskVisitor(URI desk) {
        this.desk = desk;
    }

    /**
     * One answer.
     *
     * @param time from the request to the last octet
     */
    record Visit(int status, int bytes, Duration time) {}

    /** Logs in by the form. */
    static DeskVisitor at(URI desk, String name, String password) throws IOException {
        var visitor = new DeskVisitor(desk);
        var token = TOKEN.matcher(visitor.text("/login"));
        if (!token.find()) {
            throw new IOException("the login page has no token");
        }
        var form = visitor.open("/login");
        form.setDoOutput(true);
        String sent = "username=%s&password=%s&_csrf=%s".formatted(encoded(name), encoded(password), token.group(1));
        form.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
        visitor.remember(form);
        if (!form.getHeaderField("Location").endsWith("/queue")) {
            throw new IOException("the login was refused");
        }
        return visitor;
    }

    /** Asks for a page and reads it to its end. */
    Visit visit(String path) throws IOException {
        long start = System.nanoTime();
        var connection = open(path);
        int status = connection.getResponseCode();
        int bytes = status == OK ? connection.getInputStream().readAllBytes().length : 0;
        return new Visit(status, bytes, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A page's markup. */
    String text(String path) throws IOException {
        var connection = open(path);
        String text = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        remember(connection);
        return text;
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection = (HttpURLConnection) desk.resolve(path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (!cookie.isEmpty()) {
            connection.setRequestProperty("Cookie", cookie);
        }
        return connection;
    }

    private void remember(HttpURLConnection connection) {
        String set = connection.getHeaderField("Set-Cookie");
        if (set != null) {
            cookie = set.substring(0, set.indexOf(';'));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
