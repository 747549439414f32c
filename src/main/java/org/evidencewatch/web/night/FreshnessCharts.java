package org.evidencewatch.web.night;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.alert.Ages;
import org.evidencewatch.alert.Night;
import org.evidencewatch.web.Wording;

/** What is drawn of freshness, changes and queue. Pure. */
final class FreshnessCharts {

    private FreshnessCharts() {}

    /** The four charts, in the order of the page. */
    static List<BarChart> of(List<Ages.Span> ages, List<Night> nights, String limit) {
        return List.of(ages(ages), share(nights, limit), changes(nights), queue(nights));
    }

    private static BarChart ages(List<Ages.Span> ages) {
        int all = ages.stream().mapToInt(Ages.Span::citations).sum();
        var figures = ages.stream().map(span -> Optional.of(span.citations())).toList();
        return BarChart.of(
                "age",
                "Age of the evidence",
                Wording.counted(all, "citation") + " by the days since each was last confirmed.",
                ages.stream().map(Ages.Span::days).toList(),
                "",
                List.of(new BarChart.Figures("Citations", "bar-main", figures)));
    }

    private static BarChart share(List<Night> nights, String limit) {
        String now = nights.isEmpty()
                ? ""
                : nights.getLast()
                        .percent()
                        .map(percent -> " The last was " + percent + " %.")
                        .orElse("");
        return BarChart.of(
                "share",
                "Confirmed within " + limit,
                "Share of the evidence that was confirmed within " + limit + ", night by night." + now,
                days(nights),
                " %",
                List.of(figures("Within the limit", "bar-main", nights, Night::percent)));
    }

    private static BarChart changes(List<Night> nights) {
        int all = nights.stream().mapToInt(Night::changes).sum();
        return BarChart.of(
                "changes",
                "Changes per night",
                Wording.counted(all, "change") + " first seen in " + Wording.counted(nights.size(), "night") + ".",
                days(nights),
                "",
                List.of(figures("Changes", "bar-changed", nights, night -> counted(night, night.changes()))));
    }

    private static BarChart queue(List<Night> nights) {
        int in = nights.stream().mapToInt(Night::queued).sum();
        int out = nights.stream().mapToInt(Night::left).sum();
        return BarChart.of(
                "queue",
                "Queue: in and out",
                "%s came into the queue, %s left it, in %s."
                        .formatted(Wording.counted(in, "reason"), out, Wording.counted(nights.size(), "night")),
                days(nights),
                "",
                List.of(
                        figures("In", "bar-in", nights, night -> Optional.of(night.queued())),
                        figures("Out", "bar-out", nights, night -> Optional.of(night.left()))));
    }

    /** A night without a run saw nothing, rather than nought. */
    private static Optional<Integer> counted(Night night, int n) {
        return night.runs() == 0 && n == 0 ? Optional.empty() : Optional.of(n);
    }

    private static List<String> days(List<Night> nights) {
        return nights.stream().map(night -> Spans.day(night.day())).toList();
    }

    private static BarChart.Figures figures(
            String name, String style, List<Night> nights, Function<Night, Optional<Integer>> figure) {
        return new BarChart.Figures(name, style, nights.stream().map(figure).toList());
    }
}
