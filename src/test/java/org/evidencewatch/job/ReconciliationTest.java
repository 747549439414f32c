package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Instant NIGHT = Instant.parse("2026-06-10T02:00:00Z");

    @Test
    void aRunThatTriedEveryPageOnceAddsUp() {
        assertThat(account("completed", 3, 3, Map.of("unchanged", 2, "changed", 1), 1, Map.of("open", 1))
                        .discrepancies())
                .isEmpty();
    }

    @Test
    void aRunThatEndedEarlyNeedNotHaveTriedEveryPage() {
        assertThat(account("stopped", 5, 2, Map.of("unchanged", 2), 0, Map.of()).discrepancies())
                .isEmpty();
        assertThat(account("completed", 5, 2, Map.of("unchanged", 2), 0, Map.of())
                        .discrepancies())
                .containsExactly("5 pages were planned, 2 attempted");
        assertThat(account("stopped", 1, 2, Map.of("unchanged", 2), 0, Map.of()).discrepancies())
                .containsExactly("1 pages were planned, 2 attempted");
    }

    @Test
    void whatDoesNotAddUpIsNamed() {
        assertThat(account("completed", 3, 3, Map.of("changed", 2), 2, Map.of("open", 1))
                        .discrepancies())
                .containsExactly(
                        "3 pages were attempted, 2 have a verdict", "2 differences were detected, 1 are accounted for");
    }

    @Test
    void whatItReportedMustShareOutItsSources() {
        var run = account("completed", 2, 2, Map.of("unchanged", 2), 0, Map.of());
        var reported =
                new RunAccount(run.run(), Map.of("sources", 2L, "unchanged", 1L, "fetched", 2L), 2, 2, 0, 0, Map.of());

        assertThat(reported.discrepancies()).containsExactly("it reported 2 pages, and verdicts for 1");
    }

    @Test
    void theRateIsPagesByTheMinute() {
        var run = account("completed", 3, 3, Map.of("unchanged", 3), 0, Map.of());

        assertThat(run.duration(NIGHT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(run.rate(NIGHT)).contains(6.0);
        assertThat(account("completed", 0, 0, Map.of(), 0, Map.of()).rate(NIGHT))
                .isEmpty();
    }

    private static RunAccount account(
            String state,
            int planned,
            int attempted,
            Map<String, Integer> verdicts,
            int detected,
            Map<String, Integer> detections) {
        var run = new RecordedRun(
                1,
                "refresh",
                NIGHT,
                false,
                NIGHT,
                Optional.of(NIGHT.plusSeconds(30)),
                state,
                Optional.empty(),
                verdicts);
        return new RunAccount(run, Map.of(), planned, attempted, 0, detected, detections);
    }
}
