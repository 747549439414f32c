package org.evidencewatch.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that people should know of until it holds no more.
 *
 * @param uid its name for other programs, stable for good
 * @param subject what it is about, e.g. {@code citation:17}
 * @param company name of the company whose evidence it is about; empty for what concerns several, or none
 * @param detail one sentence for people
 * @param cause what must become another for an answered alert to be told again
 * @param urgent whether it could not wait for the daily digest
 * @param wellSince since when nothing is amiss any more, while it may still come back
 * @param answer the newest word of a person
 */
public record Alert(
        long id,
        UUID uid,
        Kind kind,
        String subject,
        Optional<String> company,
        String detail,
        String cause,
        boolean urgent,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> wellSince,
        Optional<AlertAnswer> answer) {

    String key() {
        return Finding.key(kind, subject);
    }

    /** The sentence, with the company it is about. */
    public String sentence() {
        return company.map(name -> PlainText.line(name, 100) + ": ").orElse("") + detail;
    }

    /** The answer that still holds: of the present cause, and where it is a snooze, not over. */
    public Optional<AlertAnswer> holding(Instant at) {
        return answer.filter(given -> given.cause().equals(cause))
                .filter(given -> given.until().map(at::isBefore).orElse(true));
    }
}
