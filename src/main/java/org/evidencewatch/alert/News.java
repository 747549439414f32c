package org.evidencewatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What one check changed, as other programs are told.
 *
 * @param lines opened alerts first, then changed, then closed ones
 * @param more how many lines of the same check are not in here
 */
record News(Instant at, int opened, int changed, int closed, int stillOpen, List<Line> lines, int more) {

    /**
     * One alert.
     *
     * @param event {@code opened}, {@code changed} or {@code closed}
     * @param id of the alert, the same whenever it is told of
     * @param text one line for people
     */
    record Line(String event, UUID id, String kind, String subject, String text) {}

    News {
        lines = List.copyOf(lines);
    }

    /** All of it in parts of so many lines; at least one. */
    static List<News> parts(StalenessReport report, Instant at, int size) {
        var all = lines(report);
        var parts = new ArrayList<News>();
        for (int from = 0; from < all.size() || from == 0; from += size) {
            parts.add(of(report, at, all, from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private static News of(StalenessReport report, Instant at, List<Line> all, int from, int to) {
        return new News(
                at,
                report.opened().size(),
                report.changed().size(),
                report.closed().size(),
                report.stillOpen(),
                all.subList(from, to),
                all.size() - (to - from));
    }

    private static List<Line> lines(StalenessReport report) {
        var lines = new ArrayList<Line>();
        report.opened().forEach(alert -> lines.add(line("opened", alert)));
        report.changed().forEach(alert -> lines.add(line("changed", alert)));
        report.closed().forEach(alert -> lines.add(line("closed", alert)));
        return lines;
    }

    private static Line line(String event, Alert alert) {
        return new Line(event, alert.uid(), alert.kind().word(), alert.subject(), alert.sentence());
    }

    /** A line of counts only: no word of it comes from a record or a page. */
    String subject() {
        return String.format(
                Locale.ROOT, "Evidence Watch: %,d opened, %,d closed, %,d still open", opened, closed, stillOpen);
    }

    /** It for people: the counts, a line for each alert, and how many there are more. */
    String text() {
        var text = new StringBuilder(subject());
        lines.forEach(
                line -> text.append("\n- ").append(line.event()).append(": ").append(line.text()));
        if (more > 0) {
            text.append(String.format(Locale.ROOT, "\nand %,d more", more));
        }
        return text.toString();
    }
}
