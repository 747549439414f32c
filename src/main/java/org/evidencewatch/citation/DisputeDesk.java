package org.evidencewatch.citation;

import java.time.Instant;

/** Where a dispute that came in is put before people. */
@FunctionalInterface
public interface DisputeDesk {

    /**
     * Gives the dispute to reviewers, in the caller's transaction, which holds the company; once, however often it is called.
     *
     * @param at the time that new rows carry
     */
    void queue(long company, long dispute, Instant at);
}
