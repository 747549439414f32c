package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A page that a record cites.
 *
 * @param url as the record writes it
 * @param title the URL when the record gives none
 * @param accessed the day on which the index says it read the page
 */
public record CitedPage(String url, String title, Optional<LocalDate> accessed, Kind kind, Optional<Quote> quote) {

    /** Only evidence counts for freshness; an action is where one does something: an account page, a form. */
    public enum Kind {
        EVIDENCE("evidence"),
        ACTION("action");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word for it in files and in the database. */
        public String key() {
            return key;
        }

        /** The kind with exactly this key. */
        public static Optional<Kind> withKey(String key) {
            for (Kind kind : values()) {
                if (kind.key.equals(key)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public CitedPage {
        Limit.URL.require(url);
        Limit.TITLE.require(title);
    }
}
