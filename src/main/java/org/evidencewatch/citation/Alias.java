package org.evidencewatch.citation;

import java.net.URI;
import java.util.Locale;

/**
 * Another address of the page of a source. Whoever cites it cites the source.
 *
 * @param url canonical
 */
public record Alias(Kind kind, URI url) {

    /** How it became known. */
    public enum Kind {
        /** A redirect led there, and only the slug differs: the platform's number is the same. */
        SLUG,
        /** A redirect led there, and only scheme, {@code www.} or a trailing slash differ. */
        REDIRECT,
        /** The page calls itself so, and no more differs than after such a redirect. */
        CANONICAL;

        /** The word used in the database and in output. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
