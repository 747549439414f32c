package org.evidencewatch.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * A page to read, and what we hold of it already.
 *
 * @param url an absolute http or https URL; the gate judges it, not this record
 * @param validators those of the capture we hold; present makes the request conditional (RFC 9110, section 13). Only a
 *     capture that came from this very URL, without redirects, has validators to offer: they are sent to this URL and
 *     not to where it may redirect
 */
public record FetchRequest(URI url, Optional<Validators> validators) {

    /** An unconditional request. */
    public static FetchRequest of(URI url) {
        return new FetchRequest(url, Optional.empty());
    }
}
