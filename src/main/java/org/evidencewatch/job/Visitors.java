package org.evidencewatch.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evidencewatch.fetch.Places;
import org.evidencewatch.job.Tried.Trying;

/**
 * Makes visits on virtual threads of their own, one thread a host, so that a host's pages are read one after another
 * and no host waits for another. A page keeps its place on the wire until it has room here. Finished visits are taken in batches: at most 100 pages, 8 MiB, or what is there one
 * second after the first.
 */
final class Visitors implements AutoCloseable {

    private static final int MOST_PAGES = 100;
    private static final int MOST_KIB = 8 * 1024;
    private static final int WAITING_KIB = 16 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Hosts that are read side by side. Most of them only wait for their next turn. */
    private static final int MOST_HOSTS = 1_000;

    private final BlockingQueue<Event> finished = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_KIB);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore open = new Semaphore(MOST_HOSTS);
    private final AtomicInteger hosts;
    private boolean ended;

    /** What the reader waits for. */
    private sealed interface Event {}

    private record Finished(Visited visited) implements Event {}

    private record AllMade() implements Event {}

    private record Broken(Throwable cause) implements Event {}

    /** Starts making these visits, those of the hosts with most pages first: they take longest. */
    Visitors(List<Visit> visits, Trying trying, Places places, Retries retries) {
        var byHost = visits.stream().collect(Collectors.groupingBy(Visit::host));
        var round = new HostRound(trying, places, retries, this::put);
        hosts = new AtomicInteger(byHost.size());
        ended = byHost.isEmpty();
        threads.execute(() -> open(
                byHost.values().stream()
                        .sorted(Comparator.comparingInt(ofHost -> -ofHost.size()))
                        .toList(),
                round));
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

    private void open(List<List<Visit>> byHost, HostRound round) {
        try {
            for (List<Visit> ofHost : byHost) {
                open.acquire();
                threads.execute(() -> visit(ofHost, round));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(List<Visit> ofHost, HostRound round) {
        try {
            round.visit(ofHost);
            if (hosts.decrementAndGet() == 0) {
                finished.add(new AllMade());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Unreported, the reader would wait for this host for ever.
            finished.add(new Broken(e));
        } finally {
            open.release();
        }
    }

    private void put(Visited visited) throws InterruptedException {
        room.acquire(kib(visited));
        finished.add(new Finished(visited));
    }

    private static int kib(Visited visited) {
        return Math.min(WAITING_KIB, 1 + visited.weight() / 1024);
    }
}
