package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a schedule owes its job now. Pure.
 *
 * <p>However many due times have passed while nobody was there, the job is carried out once, for the newest; the others are
 * counted. A clock that was put forward is no different from a long absence; one that was put back makes nothing due a second
 * time.
 */
sealed interface Owed {

    /** Nothing is due. */
    record Nothing() implements Owed {}

    /** A due time has come. */
    record Begin(Instant dueAt, int passedOver) implements Owed {}

    /** One that was begun did not come to its end. */
    record GoOn(Instant dueAt) implements Owed {}

    /** A run that somebody started by hand was cut off. */
    record Finish() implements Owed {}

    /** A due time has come that nobody wants. */
    record PassOver(Instant dueAt, int passedOver) implements Owed {}

    /** How often a due time is tried that fails. */
    int TRIES = 3;

    /** How long one that failed rests before it is tried again: so long, then twice as long. */
    Duration REST = Duration.ofMinutes(1);

    /** What passes while nobody counts is not counted beyond this. */
    int MOST_COUNTED = 100_000;

    /**
     * What is owed, by somebody who alone may carry out the job.
     *
     * @param newest what became of the newest due time
     * @param since nothing before it is owed
     */
    static Owed of(JobFile job, Optional<DueTime> newest, Instant since, Wish wish, Instant now) {
        Optional<DueTime> open = newest.filter(due -> open(due));
        if (open.isPresent()) {
            return new GoOn(open.get().dueAt());
        }
        Instant from = newest.map(DueTime::dueAt).filter(since::isBefore).orElse(since);
        Optional<Begin> passed = passed(job, from, now);
        if (wish.asked()) {
            return passed.orElseGet(() -> new Begin(now.truncatedTo(ChronoUnit.MILLIS), 0));
        }
        if (passed.isEmpty()) {
            return wish.cutOff() ? new Finish() : new Nothing();
        }
        return wish.paused() ? new PassOver(passed.get().dueAt(), passed.get().passedOver()) : passed.get();
    }

    /**
     * What is known of a job beside its due times.
     *
     * @param asked whether somebody wants a run now, paused or not
     * @param paused whether nobody wants one by the schedule
     * @param cutOff whether its last run has no end
     */
    record Wish(boolean asked, boolean paused, boolean cutOff) {}

    /** The newest due time after {@code from} that has come, and how many came before it. */
    static Optional<Begin> passed(JobFile job, Instant from, Instant now) {
        Optional<Begin> newest = Optional.empty();
        Optional<Instant> due = job.next(from);
        for (int before = 0; due.isPresent() && !due.get().isAfter(now) && before < MOST_COUNTED; before++) {
            newest = Optional.of(new Begin(due.get(), before));
            due = job.next(due.get());
        }
        return newest;
    }

    private static boolean open(DueTime due) {
        return switch (due.state()) {
            case STARTED, STOPPED -> true;
            case FAILED ->
                due.attempts() < TRIES && due.rests().compareTo(REST.multipliedBy(1L << (due.attempts() - 1))) >= 0;
            case COMPLETED, OVERLAP, PAUSED -> false;
        };
    }
}
