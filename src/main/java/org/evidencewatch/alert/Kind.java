package org.evidencewatch.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What an alert is about. */
public enum Kind {
    /** Nothing has confirmed a citation for too long. */
    STALE_EVIDENCE("stale-evidence", "Stale evidence", false),
    /** A page cannot be read, for a reason of its own. */
    CANNOT_READ("cannot-read", "Cannot read", false),
    /** A page is gone, or answers from elsewhere; a reviewer has it. */
    PAGE_GONE("page-gone", "Page gone or moved", false),
    /** A host turns us away: one alert for all its pages. */
    HOST_BLOCKS("host-blocks", "Host blocks us", false),
    /** A host cannot be reached: one alert for all its pages. */
    HOST_DOWN("host-down", "Host not reachable", false),
    /** Less evidence is confirmed in time than was promised; told at once where it goes fast. */
    OBJECTIVE_BURNING("objective-burning", "Freshness below its objective", false),
    /** A lane of the queue has waited longer than its target. */
    QUEUE_LATE("queue-late", "Queue beyond its target", false),
    /** A decision moved a record, and nothing was published since. */
    TO_PUBLISH("to-publish", "To score and publish", false),
    /** A confirmed change of the highest severity would move a published grade. */
    GRADE_AT_RISK("grade-at-risk", "Grade at risk", true),
    /** The newest run of a job failed. */
    RUN_FAILED("run-failed", "Run failed", true),
    /** A job was due and did not start. */
    RUN_MISSED("run-missed", "Run missed", true),
    /** A run goes on and gets nowhere. */
    NO_PROGRESS("no-progress", "Run without progress", true),
    /** Something that always holds does not. */
    INVARIANT_BROKEN("invariant-broken", "Invariant broken", true),
    /** The database grows faster than expected. */
    DATABASE_GROWTH("database-growth", "Database growth", false),
    /** The other side of a channel said that it is gone for good. */
    ENDPOINT_DISABLED("endpoint-disabled", "Webhook disabled", true),
    /** Letters were given up. */
    UNDELIVERED("undelivered", "Not delivered", false);

    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final String word;
    private final String label;
    private final boolean urgent;

    Kind(String word, String label, boolean urgent) {
        this.word = word;
        this.label = label;
        this.urgent = urgent;
    }

    /** Its name in the database, in JSON and in commands. */
    public String word() {
        return word;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether it cannot wait for the daily digest. */
    boolean urgent() {
        return urgent;
    }

    /** How long all must be well before it closes, so that what comes and goes is one alert. */
    Duration calm(Limits limits) {
        return switch (this) {
            case CANNOT_READ, HOST_BLOCKS, HOST_DOWN -> limits.calm();
            case OBJECTIVE_BURNING, RUN_FAILED, RUN_MISSED, NO_PROGRESS, DATABASE_GROWTH -> SIX_HOURS;
            case STALE_EVIDENCE,
                    PAGE_GONE,
                    QUEUE_LATE,
                    TO_PUBLISH,
                    GRADE_AT_RISK,
                    INVARIANT_BROKEN,
                    ENDPOINT_DISABLED,
                    UNDELIVERED -> Duration.ZERO;
        };
    }

    /** The kind whose {@link #word} this is. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
