package org.evidencewatch.web.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void stepsAreRound() {
        assertThat(Axis.upTo(0).ticks()).containsExactly(0, 1);
        assertThat(Axis.upTo(1).ticks()).containsExactly(0, 1);
        assertThat(Axis.upTo(7).ticks()).containsExactly(0, 2, 4, 6, 8);
        assertThat(Axis.upTo(10).ticks()).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(Axis.upTo(53).ticks()).containsExactly(0, 20, 40, 60);
        assertThat(Axis.upTo(100).ticks()).containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(Axis.upTo(2_000_000_000).top()).isEqualTo(2_000_000_000);
    }

    @Test
    void everyHeightFitsUnderAFewTicks() {
        assertThat(IntStream.rangeClosed(0, 3_000)).allSatisfy(highest -> {
            var axis = Axis.upTo(highest);
            assertThat(axis.top()).isGreaterThanOrEqualTo(highest);
            assertThat(axis.ticks()).hasSizeBetween(2, 6).startsWith(0);
        });
    }
}
