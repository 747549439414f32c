package org.evidencewatch.cli.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the site says to one request.
 *
 * @param page the page that was meant, where it was one
 * @param headers whole lines, without Content-Length
 * @param body as transferred; empty for 304
 */
record Answer(OptionalInt page, int status, List<String> headers, byte[] body) {

    /** There is nothing of that name. */
    static Answer notFound() {
        return new Answer(OptionalInt.empty(), 404, List.of(), new byte[0]);
    }

    /** Head and body in one piece (RFC 9112). */
    byte[] octets() {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason());
        headers.forEach(header -> head.append("\r\n").append(header));
        if (status != 304) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        byte[] start = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private String reason() {
        return switch (status) {
            case 200 -> "OK";
            case 304 -> "Not Modified";
            default -> "Not Found";
        };
    }
}
