package org.evidencewatch.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that people should know of until it holds no more.
 *
 * @param kind {@code stale-evidence} or {@code cannot-read}
 * @param subject what it is about, e.g. {@code citation:17}
 * @param company name of the company whose evidence it is about; empty for a page that several may cite
 * @param detail one sentence for people
 */
public record Alert(long id, String kind, String subject, Optional<String> company, String detail, Instant openedAt) {

    String key() {
        return kind + " " + subject;
    }

    /** The sentence, with the company it is about. */
    public String sentence() {
        return company.map(name -> name + ": ").orElse("") + detail;
    }
}
