package org.evidencewatch.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    private static final int PAGES = 1_000;
    private static final Tally SERVED = new Tally(PAGES, 900, 100, 5, 10, 0);
    private static final Map<String, Long> COUNTED = Map.of("sources", 1_000L, "fetched", 900L, "notModified", 100L);

    @Test
    void takesTheMedianOfTheRatiosWithinEachRound() {
        // The machine slows down: the medians of either side fall into different rounds, the ratios do not mind.
        var report = report(round(10, 5), round(20, 10), round(30, 10));

        assertThat(report.nights().getFirst().ratios().cpu()).isEqualTo(2);
        assertThat(report.nights().getFirst().refresh().cpuSecondsPer1000()).isEqualTo(20);
        assertThat(report.nights().getFirst().floor().cpuSecondsPer1000()).isEqualTo(10);
    }

    @Test
    void leavesStartUpOutOfTheCostOfAPage() {
        var night = report(round(10, 3)).nights().getFirst();

        // start-up is 4 and 1 in each round
        assertThat(night.ratios().cpuPerPage()).contains(3.0);
        assertThat(night.refresh().cpuSecondsPer1000LessStartUp()).isEqualTo(6);
        assertThat(night.refresh().cpuSecondsPer1000()).isEqualTo(10);
    }

    @Test
    void knowsNoCostOfAPageWhereTheFloorIsAllStartUp() {
        assertThat(report(round(10, 1.05)).nights().getFirst().ratios().cpuPerPage())
                .isEmpty();
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        var evenly = Median.of(DoubleStream.of(1, 2, 4, 100).boxed().toList(), Optional::of);
        assertThat(evenly).hasValueSatisfying(median -> assertThat(median).isCloseTo(3, within(1e-9)));
        assertThat(Median.<Double>of(List.of(), Optional::of)).isEmpty();
    }

    @Test
    void saysWhenThePagesDoNotAddUp() {
        var missed = new Tally(PAGES - 1, 899, 100, 5, 10, 0);
        var pair = new Pair(sample(10, missed, COUNTED), sample(5, SERVED, COUNTED));
        var other = new Pair(sample(10, SERVED, COUNTED), sample(5, SERVED, Map.of("sources", 1_000L)));
        var plan = plan(2);

        var report = BenchReport.of(
                plan,
                Machine.now(),
                new BenchReport.SiteFigures(0, 0, ""),
                List.of(new Round(startUp(), List.of(pair)), new Round(startUp(), List.of(other))),
                List.of());

        assertThat(report.problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("round 1, night first, refresh: of 1000"))
                .anySatisfy(problem -> assertThat(problem).startsWith("round 2, night first, floor: of 1000"));
    }

    private static BenchReport report(Round... rounds) {
        var report = BenchReport.of(
                plan(rounds.length), Machine.now(), new BenchReport.SiteFigures(0, 0, ""), List.of(rounds), List.of());
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private static Plan plan(int rounds) {
        return new Plan(new SiteShape(PAGES, 10, 1), rounds, Mode.PLAIN.nights().subList(0, 1), Duration.ZERO);
    }

    private static Round round(double refresh, double floor) {
        return new Round(
                startUp(), List.of(new Pair(sample(refresh, SERVED, COUNTED), sample(floor, SERVED, COUNTED))));
    }

    private static Pair startUp() {
        return new Pair(sample(4, SERVED, COUNTED), sample(1, SERVED, COUNTED));
    }

    private static Sample sample(double seconds, Tally served, Map<String, Long> counted) {
        return new Sample(seconds, seconds, Optional.empty(), 0, Optional.of(300.0), served, counted);
    }
}
