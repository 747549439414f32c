package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends requests that take too long. HttpClient's own time-outs are for each read: a drip never meets them. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code abort} after that time, unless closed before. */
    Deadline start(Duration after, Runnable abort) {
        var passed = new AtomicBoolean();
        Future<?> alarm = timer.schedule(
                () -> {
                    passed.set(true);
                    abort.run();
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
        return new Deadline(passed, alarm);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One running deadline. */
    record Deadline(AtomicBoolean hit, Future<?> alarm) implements AutoCloseable {

        boolean passed() {
            return hit.get();
        }

        @Override
        public void close() {
            alarm.cancel(false);
        }
    }
}
