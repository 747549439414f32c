package org.evidencewatch.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a URL into its one canonical spelling, or says why it is none we would ask for.
 *
 * <p>Does not lean on {@link URI#getHost()}, which is null for spellings that an HTTP client still connects to: the
 * authority is taken apart here, and {@code URI} must agree with the result.
 */
final class UrlReader {

    /** Longest URL that is read, in characters. */
    static final int MAX_LENGTH = 2048;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)([^#]*)(#.*)?", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::(\\d{0,5}))?");

    private UrlReader() {}

    static Admission read(String url) {
        Optional<String> flaw = flaw(url);
        if (flaw.isPresent()) {
            return new Denial(Refusal.SYNTAX, flaw.get());
        }
        Matcher parts = SCHEME.matcher(url);
        if (!parts.matches()) {
            return new Denial(Refusal.SCHEME, "no scheme: only http and https are fetched");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Denial(Refusal.SCHEME, "scheme " + scheme + ": only http and https are fetched");
        }
        Matcher hierarchy = AUTHORITY.matcher(parts.group(2));
        if (!hierarchy.matches()) {
            return new Denial(Refusal.SYNTAX, "no // after the scheme");
        }
        return authority(scheme, hierarchy.group(1), hierarchy.group(2));
    }

    /** What no URL may hold, wherever it stands. */
    private static Optional<String> flaw(String url) {
        if (url.length() > MAX_LENGTH) {
            return Optional.of("longer than " + MAX_LENGTH + " characters");
        }
        return url.codePoints().anyMatch(UrlReader::unwritable)
                ? Optional.of("a space, backslash, control or invisible character")
                : Optional.empty();
    }

    private static boolean unwritable(int character) {
        int type = Character.getType(character);
        return character == '\\'
                || Character.isISOControl(character)
                || Character.isSpaceChar(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private static Admission authority(String scheme, String authority, String rest) {
        if (authority.indexOf('@') >= 0) {
            return new Denial(Refusal.USERINFO, "a user name before the host");
        }
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return new Denial(Refusal.SYNTAX, "no host, or more than host and port");
        }
        Optional<String> host = HostSyntax.canonical(parts.group(1));
        if (host.isEmpty()) {
            return new Denial(Refusal.SYNTAX, "a host in no canonical spelling");
        }
        int usual = scheme.equals("https") ? 443 : 80;
        String digits = parts.group(2);
        int port = digits == null || digits.isEmpty() ? usual : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            return new Denial(Refusal.SYNTAX, "port " + port + " does not exist");
        }
        return target(scheme, host.get(), port, port == usual ? "" : ":" + port, rest);
    }

    private static Admission target(String scheme, String host, int port, String colonPort, String rest) {
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String path = UrlPath.canonical(rest);
        try {
            URI uri = new URI(scheme + "://" + bracketed + colonPort + path);
            return bracketed.equals(uri.getHost())
                    ? new Target(uri, host, port)
                    : new Denial(Refusal.SYNTAX, "a host that readers of URLs disagree on");
        } catch (URISyntaxException e) {
            return new Denial(Refusal.SYNTAX, "no URI: " + e.getReason());
        }
    }
}
