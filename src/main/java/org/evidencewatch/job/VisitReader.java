package org.evidencewatch.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.Places.Place;
import org.evidencewatch.fetch.Retrying;
import org.evidencewatch.job.Tried.Trying;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Purpose;
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
    private final SourceRecords records;
    private final Questions questions;
    private final Purpose purpose;
    private final int bucket;
    private @Nullable Visitors visitors;

    VisitReader(
            ActiveRun active, Visits visits, SourceRecords records, Questions questions, Purpose purpose, int bucket) {
        this.active = active;
        this.visits = visits;
        this.records = records;
        this.questions = questions;
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
    public Map<Long, OnRecord> lookUp(List<Visit> pages) {
        return records.of(pages.stream().map(Visit::sourceId).toList());
    }

    @Override
    public Tried attempt(Visit visit, OnRecord record, int earlier, Place place) {
        long start = System.nanoTime();
        try {
            var fetcher = active.fetcher(purpose);
            var asked = questions.ask(visit, record, active.clock(purpose).instant(), r -> fetcher.fetch(r, place));
            boolean reached = !(asked.result() instanceof FetchResult.Deferred);
            var capture = Capture.of(timing(visit, start), asked.result(), asked.held());
            return new Tried(
                    new Visited(visit, capture, asked.trial(), asked.notFound(), Optional.empty()),
                    Retrying.after(asked.result(), reached ? earlier + 1 : earlier, jitter()),
                    reached);
        } catch (RuntimeException e) {
            LOG.error("reading {} failed in our own code", visit.url(), e);
            String detail = "our own reader failed: " + e.getClass().getSimpleName();
            var failed = new NoCapture(timing(visit, start), "CRAWLER_ERROR", detail);
            return new Tried(new Visited(visit, failed, Optional.empty()), Optional.empty(), true);
        }
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
}
