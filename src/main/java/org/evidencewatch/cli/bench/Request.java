package org.evidencewatch.cli.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request without content (RFC 9112), as far as the site cares for it.
 *
 * @param headers by name in lower case, each once
 */
record Request(String method, String path, Map<String, String> headers) {

    private static final int LONGEST_LINE = 8_192;

    Request {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the next request of a connection; empty when the client has closed it.
     *
     * @param in buffered
     */
    static Optional<Request> read(InputStream in) throws IOException {
        Optional<String> first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        for (String line = header(in); !line.isEmpty(); line = header(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        String[] words = first.get().split(" ", 3);
        return words.length == 3
                ? Optional.of(new Request(words[0], words[1], headers))
                : Optional.of(new Request("", "", headers));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static String header(InputStream in) throws IOException {
        return line(in).orElseThrow(() -> new EOFException("the client left within a request"));
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                return Optional.empty();
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line of a request is longer than " + LONGEST_LINE);
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return Optional.of(line.toString());
    }
}
