package org.evidencewatch.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer as an archive has it. Pure.
 *
 * <p>We keep contents without their codings, so the fields that speak of the content as transferred are renamed by the usual
 * convention, {@code X-Archive-Orig-}, and {@code Content-Length} is that of what follows. Values of cookies and whatever
 * authorises are left out, which {@code X-Archive-Redacted} tells. Of the status line only the status is on record.
 */
final class ArchivedHead {

    private static final String ORIGINAL = "X-Archive-Orig-";
    private static final String REDACTED = "X-Archive-Redacted";

    private static final Set<String> OF_THE_TRANSFER =
            Set.of("content-encoding", "transfer-encoding", "content-length");
    private static final Set<String> COOKIES = Set.of("set-cookie", "set-cookie2");
    private static final Set<String> SECRETS = Set.of(
            "cookie", "authorization", "proxy-authorization", "authentication-info", "proxy-authentication-info");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private ArchivedHead() {}

    /**
     * The octets of a head.
     *
     * @param length of the content that the answer has, or stands for; empty where it has none
     */
    static byte[] of(int status, Map<String, List<String>> headers, OptionalLong length) {
        var lines = new ArrayList<String>();
        var redacted = new TreeSet<String>();
        lines.add("HTTP/1.1 %d ".formatted(status));
        new TreeMap<>(headers).forEach((name, values) -> {
            if (SECRETS.contains(name) || !TOKEN.matcher(name).matches()) {
                redacted.add(SECRETS.contains(name) ? name : "unreadable-name");
            } else {
                values.forEach(value -> lines.add(line(name, value)));
            }
            if (COOKIES.contains(name)) {
                redacted.add(name);
            }
        });
        length.ifPresent(octets -> lines.add("Content-Length: " + octets));
        if (!redacted.isEmpty()) {
            lines.add(REDACTED + ": " + String.join(", ", redacted));
        }
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The head of a hop, of which no more is on record. */
    static byte[] ofHop(int status, String location) {
        return of(
                status,
                Map.of("location", List.of(location), "x-archive-reconstructed", List.of("status and location only")),
                OptionalLong.of(0));
    }

    private static String line(String name, String value) {
        String clean = WarcText.line(value, Integer.MAX_VALUE);
        if (COOKIES.contains(name)) {
            int end = clean.indexOf('=');
            return name + ": " + (end < 0 ? "" : clean.substring(0, end + 1));
        }
        return (OF_THE_TRANSFER.contains(name) ? ORIGINAL + name : name) + ": " + clean;
    }
}
