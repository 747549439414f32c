package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.cli.bench.Steps;

/** Shows which step a measurement is at: in place on a terminal, one line a minute elsewhere. */
final class BenchProgress implements Steps, AutoCloseable {

    private static final long ON_TERMINAL_SECONDS = 1;
    private static final long ELSEWHERE_SECONDS = 60;

    private final PrintWriter err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private String step = "making the site and the database";

    BenchProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        long pause = terminal ? ON_TERMINAL_SECONDS : ELSEWHERE_SECONDS;
        var unused = timer.scheduleAtFixedRate(this::show, terminal ? 0 : pause, pause, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void begin(String what, int done, int all) {
        step = "%s (step %d of %d)".formatted(what, done + 1, all);
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        if (terminal) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private synchronized void show() {
        var passed = Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        String line = "bench: %s, %s".formatted(step, passed.toString().substring(2));
        err.print(terminal ? "\r" + line + "\033[K" : line + "\n");
        err.flush();
    }
}
