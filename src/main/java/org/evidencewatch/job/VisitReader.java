package org.evidencewatch.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.evidencewatch.fetch.FetchRequest;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.Places.Place;
import org.evidencewatch.fetch.Retrying;
import org.evidencewatch.job.Tried.Trying;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the pages of one bucket. What is still to be read is asked at open, from the visits that have no capture:
 * a restart needs no other bookmark. While it waits for pages it holds no connection.
 */
class VisitReader implements ItemStreamReader<List<Visited>>, Trying {

    private static final Logger LOG = LoggerFactory.getLogger(VisitReader.class);

    private final ActiveRun active;
    private final Visits visits;
    private final Snapshots snapshots;
    private final Purpose purpose;
    private final int bucket;
    private @Nullable Visitors visitors;

    VisitReader(ActiveRun active, Visits visits, Snapshots snapshots, Purpose purpose, int bucket) {
        this.active = active;
        this.visits = visits;
        this.snapshots = snapshots;
        this.purpose = purpose;
        this.bucket = bucket;
    }

    @Override
    public void open(ExecutionContext context) {
        var pending = visits.pending(active.run().id(), purpose, bucket);
        active.retries().planned(pending.size());
        visitors = new Visitors(pending, this, active.places(), active.retries());
    }

    @Override
    public @Nullable List<Visited> read() throws InterruptedException {
        if (visitors == null) {
            throw new IllegalStateException("read before open");
        }
        var batch = visitors.take();
        return batch.isEmpty() ? null : batch;
    }

    @Override
    public void close() {
        if (visitors != null) {
            visitors.close();
        }
    }

    @Override
    public Map<Long, Held> held(List<Visit> pages) {
        return active.lookingUp(
                () -> snapshots.held(pages.stream().map(Visit::sourceId).toList()));
    }

    @Override
    public Tried attempt(Visit visit, Optional<Held> held, int earlier, Place place) {
        long start = System.nanoTime();
        try {
            var result = active.fetcher(purpose).fetch(request(visit, held), place);
            boolean asked = !(result instanceof FetchResult.Deferred);
            return new Tried(
                    ended(visit, Capture.of(timing(visit, start), result, held)),
                    Retrying.after(result, asked ? earlier + 1 : earlier, jitter()),
                    asked);
        } catch (RuntimeException e) {
            LOG.error("reading {} failed in our own code", visit.url(), e);
            String detail = "our own reader failed: " + e.getClass().getSimpleName();
            var failed = new NoCapture(timing(visit, start), "CRAWLER_ERROR", detail);
            return new Tried(ended(visit, failed), Optional.empty(), true);
        }
    }

    private static Visited ended(Visit visit, Capture capture) {
        return new Visited(visit, capture, Optional.empty());
    }

    private static double jitter() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private Attempt timing(Visit visit, long start) {
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Attempt(
                visit.runId(),
                visit.sourceId(),
                purpose,
                visit.url(),
                active.clock(purpose).instant(),
                took);
    }

    /**
     * Validators belong to the address that sent them, so a page that was redirected is asked for anew; and so is a
     * confirmation: a server that errs about its own validators must not confirm itself.
     */
    private FetchRequest request(Visit visit, Optional<Held> held) {
        return switch (purpose) {
            case REFRESH ->
                new FetchRequest(
                        visit.url(),
                        held.filter(h -> h.effectiveUrl().equals(visit.url())).flatMap(Held::validators));
            case CONFIRM -> FetchRequest.of(visit.url());
        };
    }
}
