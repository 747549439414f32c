package org.evidencewatch.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was measured, and where.
 *
 * @param startUp both programs with nothing to do: the medians of their rounds
 * @param problems why the figures are worth nothing; empty when both sides and the site counted the same
 * @param warnings what to know before one believes them
 */
public record BenchReport(
        int pages,
        int hosts,
        int rounds,
        Duration latency,
        Machine machine,
        SiteFigures site,
        StartUp startUp,
        List<NightFigures> nights,
        List<String> problems,
        List<String> warnings) {

    /**
     * The site as a whole.
     *
     * @param meanPageCharacters of a page, unpacked
     * @param meanWireOctets of a page, packed
     * @param database where both sides store
     */
    public record SiteFigures(long meanPageCharacters, long meanWireOctets, String database) {}

    /** Seconds of CPU and by the clock. */
    public record StartUp(
            double refreshCpuSeconds, double refreshWallSeconds, double floorCpuSeconds, double floorWallSeconds) {

        static StartUp of(List<Round> rounds) {
            return new StartUp(
                    Median.ofKnown(rounds, round -> round.startUp().refresh().cpuSeconds()),
                    Median.ofKnown(rounds, round -> round.startUp().refresh().wallSeconds()),
                    Median.ofKnown(rounds, round -> round.startUp().floor().cpuSeconds()),
                    Median.ofKnown(rounds, round -> round.startUp().floor().wallSeconds()));
        }
    }

    /**
     * One night.
     *
     * @param samples what the medians are made of, round by round
     */
    public record NightFigures(
            String night, String about, Figures refresh, Figures floor, Ratios ratios, List<Pair> samples) {}

    static BenchReport of(Plan plan, Machine machine, SiteFigures site, List<Round> rounds, List<String> warnings) {
        int pages = plan.shape().pages();
        return new BenchReport(
                pages,
                plan.shape().hosts(),
                plan.rounds(),
                plan.latency(),
                machine,
                site,
                StartUp.of(rounds),
                IntStream.range(0, plan.nights().size())
                        .mapToObj(night -> night(plan, rounds, night))
                        .toList(),
                problems(plan, rounds),
                warnings);
    }

    private static NightFigures night(Plan plan, List<Round> rounds, int night) {
        int pages = plan.shape().pages();
        return new NightFigures(
                plan.nights().get(night).name(),
                plan.nights().get(night).about(),
                Figures.of(rounds, night, pages, Pair::refresh),
                Figures.of(rounds, night, pages, Pair::floor),
                Ratios.of(rounds, night),
                rounds.stream().map(round -> round.nights().get(night)).toList());
    }

    private static List<String> problems(Plan plan, List<Round> rounds) {
        var problems = new ArrayList<String>();
        for (int round = 0; round < rounds.size(); round++) {
            for (int night = 0; night < plan.nights().size(); night++) {
                var pair = rounds.get(round).nights().get(night);
                String where = "round %d, night %s, "
                        .formatted(round + 1, plan.nights().get(night).name());
                problem(where + "refresh", pair.refresh(), plan.shape().pages()).ifPresent(problems::add);
                problem(where + "floor", pair.floor(), plan.shape().pages()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> problem(String where, Sample sample, int pages) {
        return sample.addsUp(pages)
                ? Optional.empty()
                : Optional.of("%s: of %d pages the site counted %s, the process %s"
                        .formatted(where, pages, sample.served(), sample.counted()));
    }
}
