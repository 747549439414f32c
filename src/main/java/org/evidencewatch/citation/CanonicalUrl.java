package org.evidencewatch.citation;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evidencewatch.company.Address;

/**
 * The one spelling of a page's address (RFC 3986, section 6.2): scheme and host in lower case, the host as A-labels,
 * without default port, fragment and tracking parameters, dot segments resolved, escapes in one form. Two addresses
 * with the same spelling are one source; a trailing slash and the order of parameters are left alone, for they may
 * matter to the server.
 */
public final class CanonicalUrl {

    static final int LONGEST = 2_048;

    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern NO_ADDRESS = Pattern.compile("[\\s\\p{Cc}\\p{Cs}<>\"]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Set<String> TRACKING = Set.of(
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "fbclid",
            "msclkid",
            "twclid",
            "ttclid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "vero_id",
            "oly_enc_id",
            "oly_anon_id",
            "_openstat",
            "_ga",
            "_gl",
            "hslang",
            "__hstc",
            "__hssc",
            "__hsfp",
            "_hsenc",
            "_hsmi",
            "hsctatracking");

    private CanonicalUrl() {}

    /** Reads an address as written; says in one sentence why it is none. */
    public static Address read(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return new Address.Broken("it is %d characters long; at most %d".formatted(text.length(), LONGEST));
        }
        if (text.isEmpty() || NO_ADDRESS.matcher(text).find()) {
            return new Address.Broken(text.isEmpty() ? "it is empty" : "a space or quotation mark stands in it");
        }
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return new Address.Broken("it does not begin with http:// or https://");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Address.Broken("only http and https can be read, not '%s'".formatted(scheme));
        }
        if (authority == null || authority.isEmpty()) {
            return new Address.Broken("it names no host");
        }
        return page(scheme, authority, parts.group(3), parts.group(4) == null ? "" : parts.group(4));
    }

    /**
     * The canonical address of one that was read before.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Address.Page of(String written) {
        return switch (read(written)) {
            case Address.Page page -> page;
            case Address.Broken broken ->
                throw new IllegalArgumentException("'%s': %s".formatted(written, broken.reason()));
        };
    }

    private static Address page(String scheme, String authority, String path, String query) {
        if (authority.indexOf('@') >= 0) {
            return new Address.Broken("it holds a user name");
        }
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (!isHost(host)) {
            return new Address.Broken("'%s' is no host name".formatted(authority));
        }
        if (!port.matches("\\d{0,5}") || (!port.isEmpty() && !isPort(Integer.parseInt(port)))) {
            return new Address.Broken("'%s' is no port".formatted(port));
        }
        String kept = parameters(query);
        String url = scheme + "://" + host + portOf(scheme, port) + withoutDots(PercentEscapes.normalize(path))
                + (kept.isEmpty() ? "" : "?" + PercentEscapes.normalize(kept));
        return url.length() > LONGEST
                ? new Address.Broken("with its escapes it is longer than %d characters".formatted(LONGEST))
                : new Address.Page(url, host);
    }

    /** In A-labels and lower case; what cannot be turned into them is left as it is, and is then no host. */
    private static String host(String written) {
        String host = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }

    private static boolean isHost(String host) {
        return IPV6.matcher(host).matches()
                || (host.length() <= 253
                        && Arrays.stream(host.split("\\.", -1))
                                .allMatch(label -> LABEL.matcher(label).matches()));
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }

    private static String portOf(String scheme, String port) {
        boolean usual = port.isEmpty() || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
        return usual ? "" : ":" + Integer.parseInt(port);
    }

    private static String parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** RFC 3986, section 5.2.4. */
    private static String withoutDots(String path) {
        var kept = new ArrayList<String>();
        List<String> segments = List.of(path.split("/", -1));
        for (int i = 1; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!segment.equals(".") && !segment.equals("..")) {
                kept.add(segment);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
