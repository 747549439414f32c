package org.evidencewatch.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * A URL that passed the pure part of the gate, in its one canonical spelling: lower-case scheme, host as A-labels
 * without root dot, no default port, no dot segments, no fragment, ASCII only.
 *
 * @param uri what will be asked for
 * @param host the host of {@code uri}; an IPv6 address without its brackets
 * @param port the port that would be dialled, also where {@code uri} leaves it out
 */
public record Target(URI uri, String host, int port) implements Admission {

    /** The address, where the host is one. */
    Optional<Address> literal() {
        return Address.parse(host);
    }

    /** Scheme and authority: what robots.txt speaks for (RFC 9309, section 2.3). */
    String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Path and query as they are sent. */
    String pathAndQuery() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
