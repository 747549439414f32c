package org.evidencewatch.fetch;

import java.net.URI;
import java.util.Optional;

/** A web as somebody recorded it, at one time. Never dials. Safe for use by many threads. */
@FunctionalInterface
public interface RecordedWeb {

    /**
     * What is recorded of an address.
     *
     * @param url in its one {@link #spelling}
     */
    RecordedPage at(URI url);

    /** The spelling in which a page is asked for; empty for what is no address of a web page. Pure. */
    static Optional<URI> spelling(String url) {
        return switch (UrlReader.read(url)) {
            case Denial denial -> Optional.empty();
            case Target target -> Optional.of(target.uri());
        };
    }
}
