package org.evidencewatch.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.fetch.Places;
import org.evidencewatch.job.Tried.Trying;
import org.evidencewatch.snapshot.Held;

/**
 * The pages of one host, one after another; then again those that deserve another try, as long as patience lasts. Failing
 * pages so come after all others, and whoever waits for a host to recover holds nothing.
 */
final class HostRound {

    /** How long a run comes back to a host after its first round. What is not read by then is left to the next run. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Trying trying;
    private final Places places;
    private final Retries retries;
    private final Sink sink;

    /** Takes a visit that ended. */
    @FunctionalInterface
    interface Sink {
        void put(Visited visited) throws InterruptedException;
    }

    /** So many pages are looked up at a time. */
    private static final int SLICE = 50;

    /** A page that is tried again, unless its last result has to do. */
    private record Pending(Visit visit, Optional<Held> held, int tries, Visited result, long due) {}

    HostRound(Trying trying, Places places, Retries retries, Sink sink) {
        this.trying = trying;
        this.places = places;
        this.retries = retries;
        this.sink = sink;
    }

    void visit(List<Visit> visits) throws InterruptedException {
        List<Pending> pending = new ArrayList<>();
        for (int from = 0; from < visits.size(); from += SLICE) {
            var slice = visits.subList(from, Math.min(visits.size(), from + SLICE));
            var held = trying.held(slice);
            for (Visit visit : slice) {
                attempt(visit, Optional.ofNullable(held.get(visit.sourceId())), 0, Optional.empty(), pending);
            }
        }
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!pending.isEmpty()) {
            pending = again(pending, patience);
        }
    }

    private List<Pending> again(List<Pending> pending, long patience) throws InterruptedException {
        List<Pending> later = new ArrayList<>();
        pending.sort(Comparator.comparingLong(page -> page.due() - patience));
        for (Pending page : pending) {
            if (page.due() - patience > 0) {
                sink.put(page.result());
            } else {
                TimeUnit.NANOSECONDS.sleep(page.due() - System.nanoTime());
                attempt(page.visit(), page.held(), page.tries(), Optional.of(page.result()), later);
            }
        }
        return later;
    }

    /** A try that did not ask brings nothing that could stand in the place of an earlier answer. */
    private void attempt(Visit visit, Optional<Held> held, int earlier, Optional<Visited> before, List<Pending> later)
            throws InterruptedException {
        try (var place = places.standby()) {
            Tried tried = trying.attempt(visit, held, earlier, place);
            int tries = tried.asked() ? earlier + 1 : earlier;
            Visited result = tried.asked() ? tried.visited() : before.orElse(tried.visited());
            if (tried.again().isPresent() && (!tried.asked() || retries.take())) {
                long due = System.nanoTime() + tried.again().get().toNanos();
                later.add(new Pending(visit, held, tries, result, due));
            } else {
                sink.put(result);
            }
        }
    }
}
