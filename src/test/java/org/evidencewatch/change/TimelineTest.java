package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Timeline.Alike;
import org.evidencewatch.change.Timeline.Event;
import org.evidencewatch.change.Timeline.Judged;
import org.evidencewatch.change.Timeline.Observed;
import org.evidencewatch.change.Timeline.One;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void foldsReadsInARowInWhichNothingHappened() {
        var timeline = Timeline.of(
                List.of(unchanged(9), unchanged(8), unchanged(7), changed(6), unchanged(5), unchanged(4)),
                Optional.of(4L));

        assertThat(timeline.entries())
                .containsExactly(
                        new Alike(unchanged(9), unchanged(7), 3),
                        new One(changed(6)),
                        new One(unchanged(5)),
                        new One(unchanged(4)));
        assertThat(timeline.next()).contains(4L);
    }

    @Test
    void tellsEachReadThatFailedOrConfirmedSomething() {
        List<Event> events = List.of(
                event(5, false, "degraded", Optional.empty(), Optional.empty()),
                event(4, false, "degraded", Optional.empty(), Optional.empty()),
                event(3, false, "degraded", Optional.empty(), Optional.empty()),
                event(2, true, "unchanged", Optional.empty(), Optional.of(7L)),
                unchanged(1));

        assertThat(Timeline.of(events, Optional.empty()).entries()).hasSize(5).allMatch(One.class::isInstance);
    }

    @Test
    void aPageThatWasNeverReadHasAnEmptyOne() {
        assertThat(Timeline.of(List.of(), Optional.empty()).entries()).isEmpty();
    }

    private static Event unchanged(long id) {
        return event(id, true, "unchanged", Optional.empty(), Optional.empty());
    }

    private static Event changed(long id) {
        return event(id, true, "changed", Optional.of(new Observed(1, "changed", "open")), Optional.empty());
    }

    private static Event event(
            long id, boolean good, String verdict, Optional<Observed> observed, Optional<Long> confirms) {
        return new Event(
                id,
                Instant.EPOCH.plusSeconds(id),
                "refresh",
                good,
                good ? "OK" : "BLOCKED",
                "read",
                Optional.of(new Judged(verdict, 0, Optional.of(1L))),
                observed,
                confirms,
                false,
                Optional.empty());
    }
}
