package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;

class HostLanesTest {

    /** The host that every source of {@link Rows} has. */
    private static final String HOST = "example.test";

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, CLOCK);
    private final HostLanes lanes = new HostLanes(rows.db(), CLOCK);

    @Test
    void reasonsOfOneHostInOneLaneStandTogetherTheWorstFirst() {
        waits("acme", "gone", 50);
        waits("birch", "gone", 60);
        waits("cedar", "moved", 40);
        waits("dogwood", "changed", 90);

        assertThat(lanes.shared()).singleElement().satisfies(lane -> {
            assertThat(lane.host()).isEqualTo(HOST);
            assertThat(lane.lane()).isEqualTo(Lane.GONE);
            assertThat(lane.reasons()).extracting(HostLane.Waiting::company).containsExactly("birch", "acme");
            assertThat(lane.reasons().getFirst().item())
                    .isEqualTo(queue.show("birch").orElseThrow().id());
        });
        assertThat(lanes.of(HOST)).extracting(HostLane::lane).containsExactly(Lane.GONE, Lane.MOVED);
        assertThat(lanes.of("other.test")).isEmpty();
    }

    @Test
    void whatIsAnsweredOrDeferredWaitsNoMore() {
        waits("acme", "gone", 50);
        waits("birch", "gone", 60);
        decide("acme", Answer.NOISE, Optional.empty());
        decide("birch", Answer.DEFER, Optional.of(MORNING.plus(Duration.ofDays(7))));

        assertThat(lanes.of(HOST)).isEmpty();
        assertThat(lanes.shared()).isEmpty();
    }

    private void waits(String company, String kind, int severity) {
        String url = "https://" + company + ".test/refunds";
        rows.company(company, url);
        rows.confirmed(url, kind, severity);
        queue.settle(MORNING);
    }

    private void decide(String company, Answer answer, Optional<Instant> until) {
        var request = new DecisionRequest(
                Target.of(company, Set.of()), answer, "anna", "so it is", until, RecordEdit.PROPOSED);
        assertThat(queue.decide(request)).isInstanceOf(Reply.Done.class);
    }
}
