package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueTest {

    private static final JobFile NIGHTLY = new JobFile(
            "refresh",
            "10 2 * * *",
            ZoneOffset.UTC,
            Map.of(),
            new JobFile.About("each night", "pages", "captures", "It goes on."),
            Map.of());

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T02:10:00Z, 2026-06-10T23:00:00Z, false",
        "2026-06-10T02:10:00Z, 2026-06-11T08:00:00Z, false",
        "2026-06-10T02:10:00Z, 2026-06-11T14:11:00Z, true",
        "2026-06-10T02:10:00Z, 2026-07-01T00:00:00Z, true",
        "2026-06-10T20:00:00Z, 2026-06-11T14:00:00Z, false",
        ", 2026-06-11T14:11:00Z, false"
    })
    void isWhatWasDueHalfAPeriodAgoAndIsNotDone(Instant since, Instant now, boolean overdue) {
        assertThat(Overdue.is(NIGHTLY, Optional.ofNullable(since), now)).isEqualTo(overdue);
    }
}
