package org.evidencewatch.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes visits on virtual threads of their own, one thread a host, so that a host's pages are read one after another
 * and no host waits for another. Finished visits are taken in batches: at most 100 pages, 8 MiB, or what is there one
 * second after the first.
 */
final class Visitors implements AutoCloseable {

    private static final int MOST_PAGES = 100;
    private static final int MOST_KIB = 8 * 1024;
    private static final int WAITING_KIB = 16 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final BlockingQueue<Event> finished = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_KIB);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns;
    private final AtomicInteger hosts;
    private boolean ended;

    /** What the reader waits for. */
    private sealed interface Event {}

    private record Finished(Visited visited) implements Event {}

    private record AllMade() implements Event {}

    private record Broken(Throwable cause) implements Event {}

    /** Starts making these visits; each takes a turn, and keeps it until what it brought has room to wait in. */
    Visitors(List<Visit> visits, Semaphore turns, Function<Visit, Visited> visitor) {
        this.turns = turns;
        var byHost = visits.stream().collect(Collectors.groupingBy(Visit::host));
        hosts = new AtomicInteger(byHost.size());
        ended = byHost.isEmpty();
        byHost.values().forEach(ofHost -> threads.execute(() -> visitAll(ofHost, visitor)));
    }

    /**
     * Waits for finished visits and takes a batch; empty when all are made and taken.
     *
     * @throws IllegalStateException when a visitor threw: its host's visits will not be made
     */
    List<Visited> take() throws InterruptedException {
        var batch = new ArrayList<Visited>();
        int kib = 0;
        long until = Long.MAX_VALUE;
        while (!ended && batch.size() < MOST_PAGES && kib < MOST_KIB) {
            var event = batch.isEmpty()
                    ? finished.take()
                    : finished.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event == null) {
                break;
            }
            switch (event) {
                case Finished f -> {
                    until = batch.isEmpty() ? System.nanoTime() + LONGEST.toNanos() : until;
                    batch.add(f.visited());
                    kib += kib(f.visited());
                    room.release(kib(f.visited()));
                }
                case AllMade a -> ended = true;
                case Broken b -> throw new IllegalStateException("a visitor broke down", b.cause());
            }
        }
        return batch;
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void visitAll(List<Visit> visits, Function<Visit, Visited> visitor) {
        try {
            for (Visit visit : visits) {
                turns.acquire();
                try {
                    var visited = visitor.apply(visit);
                    room.acquire(kib(visited));
                    finished.add(new Finished(visited));
                } finally {
                    turns.release();
                }
            }
            if (hosts.decrementAndGet() == 0) {
                finished.add(new AllMade());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Unreported, the reader would wait for this host for ever.
            finished.add(new Broken(e));
        }
    }

    private static int kib(Visited visited) {
        return Math.min(WAITING_KIB, 1 + visited.weight() / 1024);
    }
}
