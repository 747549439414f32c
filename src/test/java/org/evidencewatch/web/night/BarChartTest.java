package org.evidencewatch.web.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarChartTest {

    @Test
    void nothingToDrawIsAnEmptyChartWithAnAxis() {
        assertThat(chart(List.of()).empty()).isTrue();
        assertThat(chart(List.of()).ticks()).extracting(BarChart.Tick::value).containsExactly(0, 1);
        assertThat(chart(List.of(Optional.empty(), Optional.empty())).empty()).isTrue();
        assertThat(chart(List.of(Optional.of(0))).empty())
                .as("nought is a figure")
                .isFalse();
    }

    @Test
    void oneBarReachesTheTopOfItsAxis() {
        var chart = chart(List.of(Optional.of(5)));

        var top = chart.ticks().getLast();
        assertThat(top.value()).isEqualTo(5);
        assertThat(chart.series().getFirst().bars()).singleElement().satisfies(bar -> {
            assertThat(bar.y()).isEqualTo(top.y());
            assertThat(Double.parseDouble(bar.y()) + Double.parseDouble(bar.height()))
                    .isEqualTo(Double.parseDouble(chart.ticks().getFirst().y()));
            assertThat(bar.words()).isEqualTo("0: 5 %");
        });
        assertThat(chart.marks()).extracting(BarChart.Mark::word).containsExactly("0");
    }

    @Test
    void absentFiguresAreNoBarsAndADashInTheTable() {
        var chart = chart(List.of(Optional.of(1), Optional.empty(), Optional.of(0)));

        assertThat(chart.series().getFirst().bars()).hasSize(2);
        assertThat(chart.rows()).extracting(row -> row.figures().getFirst()).containsExactly("1 %", "–", "0 %");
    }

    @Test
    void everyShapeLiesWithinThePlaneAndBarsDoNotOverlap() {
        var values = IntStream.range(0, 30).mapToObj(Optional::of).toList();
        var places = IntStream.range(0, 30).mapToObj(String::valueOf).toList();
        var chart = BarChart.of(
                "two",
                "Two",
                "Both.",
                places,
                "",
                List.of(new BarChart.Figures("In", "a", values), new BarChart.Figures("Out", "b", values)));

        var left = chart.series().getFirst().bars();
        var right = chart.series().getLast().bars();
        for (int i = 0; i < 30; i++) {
            assertThat(end(left.get(i)))
                    .isLessThanOrEqualTo(Double.parseDouble(right.get(i).x()) + 0.1);
            assertThat(end(right.get(i))).isLessThanOrEqualTo(BarChart.WIDTH);
            assertThat(Double.parseDouble(left.get(i).y())).isBetween(0.0, (double) BarChart.HEIGHT);
        }
        assertThat(chart.marks()).hasSizeLessThanOrEqualTo(6);
        assertThat(chart.marks().getLast().word()).as("the newest has its word").isEqualTo("29");
    }

    @Test
    void figuresThatMissAPlaceAreRefused() {
        assertThatThrownBy(() -> BarChart.of(
                        "x", "X", "x", List.of("1"), "", List.of(new BarChart.Figures("Y", "y", List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Y");
    }

    private static double end(BarChart.Bar bar) {
        return Double.parseDouble(bar.x()) + Double.parseDouble(bar.width());
    }

    private static BarChart chart(List<Optional<Integer>> values) {
        var places = IntStream.range(0, values.size()).mapToObj(String::valueOf).toList();
        return BarChart.of("one", "One", "Some.", places, " %", List.of(new BarChart.Figures("N", "bar", values)));
    }
}
