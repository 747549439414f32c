package org.evidencewatch.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One side on one night: the medians of its rounds.
 *
 * @param pagesPerSecond by the clock, the start of the process included
 * @param cpuSecondsPer1000 user and system time of the process for 1,000 pages, its start included
 * @param cpuSecondsPer1000LessStartUp the same without what the program takes to find nothing to do
 * @param postgresCpuSecondsPer1000 of the database server meanwhile; in no other figure
 * @param siteCpuSecondsPer1000 of the site meanwhile; in no other figure
 */
public record Figures(
        double pagesPerSecond,
        double wallSeconds,
        double cpuSecondsPer1000,
        double cpuSecondsPer1000LessStartUp,
        Optional<Double> postgresCpuSecondsPer1000,
        double siteCpuSecondsPer1000,
        Optional<Double> peakRssMiB) {

    static Figures of(List<Round> rounds, int night, int pages, Function<Pair, Sample> side) {
        double thousands = pages / 1e3;
        Function<Round, Sample> sample = round -> side.apply(round.nights().get(night));
        return new Figures(
                Median.ofKnown(rounds, sample.andThen(s -> pages / s.wallSeconds())),
                Median.ofKnown(rounds, sample.andThen(Sample::wallSeconds)),
                Median.ofKnown(rounds, sample.andThen(s -> s.cpuSeconds() / thousands)),
                Median.ofKnown(
                        rounds,
                        round -> (sample.apply(round).cpuSeconds()
                                        - side.apply(round.startUp()).cpuSeconds())
                                / thousands),
                Median.of(rounds, sample.andThen(s -> s.postgresCpuSeconds().map(cpu -> cpu / thousands))),
                Median.ofKnown(rounds, sample.andThen(s -> s.siteCpuSeconds() / thousands)),
                Median.of(rounds, sample.andThen(Sample::peakRssMiB)));
    }
}
