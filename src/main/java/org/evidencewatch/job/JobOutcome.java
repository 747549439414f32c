package org.evidencewatch.job;

/**
 * How a run ended.
 *
 * @param summary one line for people
 */
public record JobOutcome(Ending ending, String summary) {

    /** In which way. */
    public enum Ending {
        COMPLETED,
        FAILED,
        /** It was asked to end, and is to be gone on with. */
        STOPPED,
        /** Another run stood in its way; nothing was done. */
        BUSY
    }

    /** One that came to its end, well or not. */
    public JobOutcome(boolean success, String summary) {
        this(success ? Ending.COMPLETED : Ending.FAILED, summary);
    }

    /** Nothing was done, for another is at it. */
    static JobOutcome busy(String who) {
        return new JobOutcome(Ending.BUSY, "skipped: " + who);
    }

    /** Whether nothing went wrong. */
    public boolean success() {
        return switch (ending) {
            case COMPLETED, BUSY -> true;
            case FAILED, STOPPED -> false;
        };
    }
}
