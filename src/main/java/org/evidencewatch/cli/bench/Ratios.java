package org.evidencewatch.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The refresh by the floor: medians of the ratios within each round.
 *
 * @param cpu of the whole processes
 * @param cpuPerPage each less the same program's start-up; unknown where a night is hardly more than that
 * @param wall as {@code cpu}, by the clock
 * @param wallPerPage as {@code cpuPerPage}, by the clock
 * @param peakRss of the whole processes
 */
public record Ratios(
        double cpu, Optional<Double> cpuPerPage, double wall, Optional<Double> wallPerPage, Optional<Double> peakRss) {

    /** Of its start-up; what a night costs beyond it is lost in the start-up's own noise when it is less. */
    private static final double LEAST_BEYOND_START_UP = 0.25;

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
        var refresh = beyond(figure.apply(round.startUp().refresh()), figure.apply(pair.refresh()));
        var floor = beyond(figure.apply(round.startUp().floor()), figure.apply(pair.floor()));
        return refresh.flatMap(r -> floor.map(f -> r / f));
    }

    private static Optional<Double> beyond(double startUp, double whole) {
        return Optional.of(whole - startUp).filter(rest -> rest > LEAST_BEYOND_START_UP * startUp);
    }

    private static Optional<Double> peakRss(Pair pair) {
        return pair.refresh()
                .peakRssMiB()
                .flatMap(refresh -> pair.floor().peakRssMiB().map(floor -> refresh / floor));
    }
}
