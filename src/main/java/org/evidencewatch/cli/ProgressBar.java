package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.evidencewatch.job.Progress;
import org.evidencewatch.snapshot.Purpose;

/** Shows how a run goes: a bar on a terminal, one line a minute elsewhere. Writes to standard error only. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final long ON_TERMINAL = Duration.ofMillis(100).toNanos();
    private static final long ELSEWHERE = Duration.ofMinutes(1).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final String label;
    private final AtomicInteger planned = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger unread = new AtomicInteger();
    private final long start = System.nanoTime();
    private final AtomicLong shown = new AtomicLong(start);

    ProgressBar(PrintWriter err, boolean terminal, String label) {
        this.err = err;
        this.terminal = terminal;
        this.label = label;
    }

    @Override
    public void planned(Purpose purpose, int visits) {
        planned.addAndGet(visits);
    }

    @Override
    public void filed(Purpose purpose, int pages, int missed) {
        done.addAndGet(pages);
        unread.addAndGet(missed);
        long now = System.nanoTime();
        long last = shown.get();
        if (now - last >= (terminal ? ON_TERMINAL : ELSEWHERE) && shown.compareAndSet(last, now)) {
            show(now);
        }
    }

    /** Removes the bar, so that what is printed next stands alone. */
    void finish() {
        if (terminal && planned.get() > 0) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private void show(long now) {
        double seconds = Math.max(0.001, (now - start) / 1e9);
        double rate = done.get() / seconds;
        int all = Math.max(planned.get(), done.get());
        long left = rate > 0 ? Math.round((all - done.get()) / rate) : 0;
        String figures = "%d of %d pages, %.0f a second, %s left, %d not read"
                .formatted(
                        done.get(),
                        all,
                        rate,
                        Duration.ofSeconds(left).toString().substring(2),
                        unread.get());
        if (terminal) {
            int full = all == 0 ? WIDTH : WIDTH * done.get() / all;
            err.printf("\r%s %s%s %s\033[K", label, "█".repeat(full), "░".repeat(WIDTH - full), figures);
        } else {
            err.printf("%s %s%n", label, figures);
        }
        err.flush();
    }
}
