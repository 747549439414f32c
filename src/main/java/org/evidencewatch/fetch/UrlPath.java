package org.evidencewatch.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** Path and query of a URL as octets on the wire (RFC 3986). */
final class UrlPath {

    private static final String NEVER = "\"<>^`{|}";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlPath() {}

    /**
     * The path and query as they are sent: never empty, without dot segments (section 5.2.4; also where the dots are
     * percent-encoded, which section 6.2.2.2 calls equivalent), and characters outside RFC 3986 percent-encoded as
     * UTF-8. Empty segments stay: they are part of the name.
     */
    static String canonical(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = encoded(mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark), NEVER + "[]");
        String query = mark < 0 ? "" : encoded(pathAndQuery.substring(mark), NEVER);
        if (path.isEmpty()) {
            return "/" + query;
        }
        String dotted = path.contains("%2") ? path.replace("%2e", ".").replace("%2E", ".") : path;
        return (dotted.contains("/.") ? withoutDotSegments(dotted) : dotted) + query;
    }

    /** Percent-encodes the characters in {@code never}, controls, the space, and everything beyond ASCII. */
    static String encoded(String text, String never) {
        if (text.chars().noneMatch(c -> mustEncode(c, never))) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(octet);
            if (mustEncode(value, never)) {
                encoded.append('%').append(HEX.toHexDigits(octet));
            } else {
                encoded.append((char) value);
            }
        }
        return encoded.toString();
    }

    private static boolean mustEncode(int character, String never) {
        return character <= ' ' || character >= 0x7f || never.indexOf(character) >= 0;
    }

    private static String withoutDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
