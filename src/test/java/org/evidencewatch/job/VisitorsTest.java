package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.Places;
import org.evidencewatch.fetch.Places.Place;
import org.evidencewatch.job.Tried.Trying;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Visits on virtual threads: one at a time for a host, many hosts side by side, taken in batches. */
@Timeout(20)
class VisitorsTest {

    @Test
    void makesEveryVisitOnce() throws Exception {
        var visits = visits(40, 10);
        try (var visitors = visitors(visits, VisitorsTest::made)) {
            assertThat(takeAll(visitors))
                    .extracting(v -> v.visit().sourceId())
                    .containsExactlyInAnyOrderElementsOf(
                            visits.stream().map(Visit::sourceId).toList());
        }
    }

    @Test
    void takesAtMostAHundredPagesAtOnce() throws Exception {
        try (var visitors = visitors(visits(1, 350), VisitorsTest::made)) {
            var sizes = new ArrayList<Integer>();
            for (var batch = visitors.take(); !batch.isEmpty(); batch = visitors.take()) {
                sizes.add(batch.size());
            }
            assertThat(sizes).allMatch(size -> size <= 100);
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(350);
        }
    }

    @Test
    void readsTheHostsPagesOneAfterAnother() throws Exception {
        var underWay = new ConcurrentHashMap<String, AtomicInteger>();
        var most = new AtomicInteger();
        try (var visitors = visitors(visits(8, 25), visit -> {
            var here = underWay.computeIfAbsent(visit.host(), h -> new AtomicInteger());
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            var visited = made(visit);
            here.decrementAndGet();
            return visited;
        })) {
            assertThat(takeAll(visitors)).hasSize(200);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aSlowHostHoldsUpNobodyElse() throws Exception {
        var release = new CountDownLatch(1);
        try (var visitors = visitors(visits(2, 5), visit -> {
            if (visit.host().equals("h0")) {
                waitFor(release);
            }
            return made(visit);
        })) {
            var first = visitors.take();
            assertThat(first).hasSize(5).allMatch(v -> v.visit().host().equals("h1"));
            release.countDown();
            assertThat(takeAll(visitors)).hasSize(5);
        }
    }

    @Test
    void endsAtOnceWithoutVisits() throws Exception {
        try (var visitors = visitors(List.of(), VisitorsTest::made)) {
            assertThat(visitors.take()).isEmpty();
        }
    }

    @Test
    void tellsTheReaderWhenAVisitorBreaksDown() {
        try (var visitors = visitors(visits(1, 1), visit -> {
            throw new StackOverflowError("deep");
        })) {
            assertThatThrownBy(visitors::take).hasRootCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void keepsNoMorePagesInMemoryThanThereIsRoomAndPlaces() throws Exception {
        int half = 8 << 20;
        var places = new Places(3);
        var made = new AtomicInteger();
        var mostAhead = new AtomicInteger();
        var taken = new AtomicInteger();
        try (var visitors = new Visitors(
                visits(40, 1),
                trying((visit, place) -> {
                    place.take();
                    mostAhead.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
                    return new Visited(visit, response(visit, half), Optional.empty());
                }),
                places,
                new Retries())) {
            for (var batch = visitors.take(); !batch.isEmpty(); batch = visitors.take()) {
                taken.addAndGet(batch.size());
            }
        }
        // one has room beside another's beginning, three wait with their place, one is being taken
        assertThat(mostAhead.get()).isLessThanOrEqualTo(2 + 3 + 1);
    }

    private static Visitors visitors(List<Visit> visits, Function<Visit, Visited> visitor) {
        return new Visitors(visits, trying((visit, place) -> visitor.apply(visit)), new Places(128), new Retries());
    }

    private static Trying trying(BiFunction<Visit, Place, Visited> visitor) {
        return new Trying() {
            @Override
            public Map<Long, Held> held(List<Visit> visits) {
                return Map.of();
            }

            @Override
            public Tried attempt(Visit visit, Optional<Held> held, int earlier, Place place) {
                return once(visitor.apply(visit, place));
            }
        };
    }

    private static Tried once(Visited visited) {
        return new Tried(visited, Optional.empty(), true);
    }

    private static Capture response(Visit visit, int length) {
        var answer = new Received(200, Map.of(), new byte[length], visit.url(), List.of(), Optional.empty(), length);
        return new Capture.Response(attempt(visit), answer, ContentDigest.of(""));
    }

    private static List<Visited> takeAll(Visitors visitors) throws InterruptedException {
        var all = new ArrayList<Visited>();
        for (var batch = visitors.take(); !batch.isEmpty(); batch = visitors.take()) {
            all.addAll(batch);
        }
        return all;
    }

    private static List<Visit> visits(int hosts, int each) {
        return IntStream.range(0, hosts * each)
                .mapToObj(i -> new Visit(
                        1, Purpose.REFRESH, i, URI.create("https://h" + i % hosts + ".example/" + i), "h" + i % hosts))
                .toList();
    }

    private static Visited made(Visit visit) {
        return new Visited(visit, new NoCapture(attempt(visit), "TIMEOUT", "timed out"), Optional.empty());
    }

    private static Attempt attempt(Visit visit) {
        return new Attempt(visit.runId(), visit.sourceId(), visit.purpose(), visit.url(), Instant.EPOCH, Duration.ZERO);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
