package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of a time at which a job was due.
 *
 * @param passedOver how many due times before it nobody was there for
 * @param attempts how often it was tried, from 1
 * @param rests how long ago its state was written, by the database's clock
 * @param note one line for people
 */
public record DueTime(
        String job, Instant dueAt, State state, int passedOver, int attempts, Duration rests, String note) {

    /** How far it came. */
    public enum State {
        /** Somebody set out to carry it out, and has not said yet how it ended. */
        STARTED,
        COMPLETED,
        FAILED,
        /** It was asked to end before its end, and is to be gone on with. */
        STOPPED,
        /** The job was still at an earlier due time. */
        OVERLAP,
        /** The job was paused. */
        PAUSED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
