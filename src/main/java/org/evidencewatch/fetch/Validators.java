package org.evidencewatch.fetch;

import java.util.Optional;

/**
 * Validators of a representation, exactly as the origin sent them (RFC 9110, section 8.8).
 *
 * @param etag value of {@code ETag}, quotes and weakness mark included
 * @param lastModified value of {@code Last-Modified}
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

    public Validators {
        if (etag.isEmpty() && lastModified.isEmpty()) {
            throw new IllegalArgumentException("validators without ETag and Last-Modified");
        }
    }

    /** Validators where there is at least one. */
    public static Optional<Validators> of(Optional<String> etag, Optional<String> lastModified) {
        return etag.isEmpty() && lastModified.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validators(etag, lastModified));
    }
}
