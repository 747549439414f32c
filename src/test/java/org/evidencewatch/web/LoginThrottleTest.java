package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-11-20T03:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(clock(), LoginThrottle.FREE);

    @Test
    void eachFailureBeyondTheFreeOnesWaitsTwiceAsLongUpToAQuarterOfAnHour() {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(throttle.attempt("anna")).isEmpty();
        }
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(throttle.attempt("ANNA")).contains(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(throttle.attempt("anna")).isEmpty();
        }
    }

    @Test
    void otherAccountsAreNotTouched() {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            throttle.attempt("anna");
        }

        assertThat(throttle.attempt("ben")).isEmpty();
    }

    @Test
    void aRightPasswordStartsAfresh() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < LoginThrottle.FREE - 1; i++) {
                assertThat(throttle.attempt("anna")).isEmpty();
            }
            throttle.succeeded("anna");
        }
    }

    @Test
    void anHourWithoutAttemptsIsForgiven() {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            throttle.attempt("anna");
        }
        now = now.plus(Duration.ofMinutes(61));

        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(throttle.attempt("anna")).isEmpty();
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
