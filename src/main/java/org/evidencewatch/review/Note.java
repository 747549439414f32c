package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.citation.Authority;

/** What a reviewer wrote to the others about an item; kept for good. */
public record Note(long id, String author, String text, Instant at) {

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(String author, String text) {
        return Authority.objection("author", author, "note", text);
    }
}
