package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says is wrong with a record.
 *
 * @param line where it stands in its file
 * @param company the slug
 * @param dimension what of the record it is about, where it says so
 * @param urls pages that are said to prove it, as written
 * @param contact where to send the answer; for the reviewer alone, never published
 */
public record Dispute(
        int line,
        String company,
        Party party,
        Optional<Dimension> dimension,
        String statement,
        List<String> urls,
        Optional<String> contact,
        LocalDate received) {

    /** Who says so. */
    public enum Party {
        COMPANY,
        READER;

        /** The word for it in files and in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Dispute {
        Limit.SLUG.require(company);
        if (Limit.STATEMENT.require(statement).isBlank()) {
            throw new IllegalArgumentException("a dispute without words");
        }
        urls = List.copyOf(urls);
        urls.forEach(Limit.URL::require);
        contact.ifPresent(Limit.CONTACT::require);
    }
}
