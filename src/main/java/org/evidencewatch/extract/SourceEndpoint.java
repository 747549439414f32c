package org.evidencewatch.extract;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is on record of the endpoint of a page.
 *
 * @param platform of the page as it was last accepted; empty for a page that was never read well
 * @param trial the last one of an endpoint beside the page
 */
public record SourceEndpoint(Optional<String> platform, Optional<Trial> trial) {

    /** A page of which nothing is known. */
    public static final SourceEndpoint NONE = new SourceEndpoint(Optional.empty(), Optional.empty());

    /** What an endpoint amounted to beside its page. */
    public record Trial(URI url, Instant at, Outcome outcome) {}

    /** How a trial ended. */
    public enum Outcome {
        /** It says the same as the page, and is asked in its place. */
        ADOPTED,
        /** It answers, and does not say the same. */
        DIFFERS,
        /** It gave no page, or not when it was asked in the page's place. */
        FAILED
    }
}
