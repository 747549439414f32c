package org.evidencewatch.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a redirect leads (RFC 9110, section 15.4). */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private Redirects() {}

    static boolean isRedirect(int status) {
        return STATUSES.contains(status);
    }

    /** The {@code Location} of a redirect that has one. */
    static Optional<String> location(Exchange exchange) {
        return exchange instanceof Exchange.Answer answer && isRedirect(answer.status())
                ? answer.header("location").map(String::strip).filter(location -> !location.isEmpty())
                : Optional.empty();
    }

    /**
     * Resolves a reference against the URL it came from (RFC 3986, section 5.2.2; not {@code URI.resolve}, which
     * follows the older RFC 2396). Spaces and octets beyond ASCII, which servers do send, are percent-encoded; the result
     * is for the gate to judge.
     */
    static String resolve(Target from, String location) {
        String reference = UrlPath.encoded(asOctets(location), "");
        String path = from.uri().getRawPath();
        if (ABSOLUTE.matcher(reference).matches()) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return from.uri().getScheme() + ":" + reference;
        }
        if (reference.startsWith("/")) {
            return from.origin() + reference;
        }
        if (reference.startsWith("?")) {
            return from.origin() + path + reference;
        }
        return reference.startsWith("#")
                ? from.uri() + reference
                : from.origin() + path.substring(0, path.lastIndexOf('/') + 1) + reference;
    }

    /** HttpClient gives the octets of a header one character each; most servers mean UTF-8. */
    private static String asOctets(String header) {
        return header.chars().allMatch(c -> c < 0x100)
                ? new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : header;
    }
}
