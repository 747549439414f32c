package org.evidencewatch.cli.bench;

import java.time.Duration;
import java.util.List;

/**
 * How fast a desk answered, and where.
 *
 * @param databaseMiB on disk, once filled
 * @param loadAverage of the minute in which the last page was asked for
 * @param problems why the figures are worth nothing; empty when every page answered 200
 * @param warnings what to know before one believes them
 */
public record DeskReport(
        DeskShape shape,
        Machine machine,
        double fillSeconds,
        long databaseMiB,
        int requests,
        double loadAverage,
        List<Line> pages,
        List<String> problems,
        List<String> warnings) {

    /**
     * One page, or the floor.
     *
     * @param bytes of a middling answer
     */
    public record Line(String page, double medianMillis, double p95Millis, double longestMillis, int bytes) {

        static Line of(String page, List<DeskVisitor.Visit> visits) {
            List<Duration> times =
                    visits.stream().map(DeskVisitor.Visit::time).sorted().toList();
            List<Integer> sizes =
                    visits.stream().map(DeskVisitor.Visit::bytes).sorted().toList();
            return new Line(
                    page,
                    millis(times.get(at(times.size(), 0.5))),
                    millis(times.get(at(times.size(), 0.95))),
                    millis(times.getLast()),
                    sizes.get(at(sizes.size(), 0.5)));
        }

        /** By the nearest rank: the least time that so many of all did not exceed. */
        private static int at(int size, double share) {
            return Math.max(0, (int) Math.ceil(share * size) - 1);
        }

        private static double millis(Duration time) {
            return Rounded.of(time.toNanos() / 1e6);
        }
    }
}
