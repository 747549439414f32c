package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision with where it belongs and what became of it.
 *
 * @param item the id of the work item in which it was made
 * @param company slug
 * @param name of the company, for people
 * @param movesRecord whether it made a revision of the record
 * @param undoneBy by whom it was taken back, and when
 * @param publishedAt when it was first handed to the public; it can be undone no more
 */
public record LoggedDecision(
        Decision decision,
        long item,
        String company,
        String name,
        boolean movesRecord,
        Optional<Undone> undoneBy,
        Optional<Instant> publishedAt) {

    /** Who took a decision back, and when. */
    public record Undone(long decision, String by, Instant at) {}
}
