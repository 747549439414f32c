package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells how far a file of lines is answered: in place on a terminal, one line a minute elsewhere. */
final class LineProgress {

    private static final long ON_TERMINAL = Duration.ofMillis(100).toNanos();
    private static final long ELSEWHERE = Duration.ofMinutes(1).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private final int all;
    private final long start = System.nanoTime();
    private long shown = start;
    private int done;

    LineProgress(PrintWriter err, boolean terminal, int all) {
        this.err = err;
        this.terminal = terminal;
        this.all = all;
    }

    /** One more line is done; so many failed up to now. */
    void done(int failures) {
        done++;
        long now = System.nanoTime();
        boolean last = terminal && done == all;
        if (last || now - shown >= (terminal ? ON_TERMINAL : ELSEWHERE)) {
            shown = now;
            double rate = done / Math.max(0.001, (now - start) / 1e9);
            String figures =
                    "%d of %d, %.0f a second, %d left, %d failed".formatted(done, all, rate, all - done, failures);
            err.print(terminal ? "\r" + figures + "\033[K" + (last ? "\n" : "") : figures + "\n");
            err.flush();
        }
    }
}
