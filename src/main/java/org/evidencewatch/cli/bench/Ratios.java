package org.evidencewatch.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The refresh by the floor: medians of the ratios within each round.
 *
 * @param cpu of the whole processes
 * @param cpuPerPage each less the same program's start-up; unknown where the floor's night is hardly more than that
 * @param wall as {@code cpu}, by the clock
 * @param wallPerPage as {@code cpuPerPage}, by the clock
 * @param peakRss of the whole processes
 */
public record Ratios(
        double cpu, Optional<Double> cpuPerPage, double wall, Optional<Double> wallPerPage, Optional<Double> peakRss) {

    /** CPU time is counted in hundredths of a second: below a few of them a ratio says nothing. */
    private static final double LEAST_SECONDS = 0.1;

    static Ratios of(List<Round> rounds, int night) {
        return new Ratios(
                Median.ofKnown(rounds, round -> whole(round.nights().get(night), Sample::cpuSeconds)),
                Median.of(rounds, round -> perPage(round, night, Sample::cpuSeconds)),
                Median.ofKnown(rounds, round -> whole(round.nights().get(night), Sample::wallSeconds)),
                Median.of(rounds, round -> perPage(round, night, Sample::wallSeconds)),
                Median.of(rounds, round -> peakRss(round.nights().get(night))));
    }

    private static double whole(Pair pair, Function<Sample, Double> figure) {
        return figure.apply(pair.refresh()) / figure.apply(pair.floor());
    }

    private static Optional<Double> perPage(Round round, int night, Function<Sample, Double> figure) {
        var pair = round.nights().get(night);
        double refresh =
                figure.apply(pair.refresh()) - figure.apply(round.startUp().refresh());
        double floor = figure.apply(pair.floor()) - figure.apply(round.startUp().floor());
        return floor >= LEAST_SECONDS ? Optional.of(refresh / floor) : Optional.empty();
    }

    private static Optional<Double> peakRss(Pair pair) {
        return pair.refresh()
                .peakRssMiB()
                .flatMap(refresh -> pair.floor().peakRssMiB().map(floor -> refresh / floor));
    }
}
