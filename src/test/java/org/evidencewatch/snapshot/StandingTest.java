package org.evidencewatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a source has been doing. */
class StandingTest {

    private static final Instant NOW = Instant.parse("2026-06-30T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, WOBBLY", "PT71H59M, WOBBLY", "P3D, FAILING", "PT335H59M, FAILING", "P14D, DOWN", "P400D, DOWN"})
    void getsWorseWithTheTimeThatItFails(Duration failing, Standing standing) {
        var since = NOW.minus(failing);
        assertThat(Standing.of(Optional.of(since), Optional.of(NOW), NOW)).isEqualTo(standing);
    }

    @Test
    void isRecoveredForAWhileAfterItWasReadAgain() {
        assertThat(Standing.of(Optional.empty(), Optional.of(NOW.minus(Duration.ofDays(1))), NOW))
                .isEqualTo(Standing.RECOVERED);
        assertThat(Standing.of(Optional.empty(), Optional.of(NOW.minus(Duration.ofDays(3))), NOW))
                .isEqualTo(Standing.OK);
        assertThat(Standing.of(Optional.empty(), Optional.empty(), NOW)).isEqualTo(Standing.OK);
    }

    @Test
    void noSourceWaitsLongerThanSevenNights() {
        assertThat(Arrays.stream(Standing.values()).map(Standing::rest))
                .allMatch(rest -> rest.compareTo(Duration.ofDays(7)) < 0);
    }
}
