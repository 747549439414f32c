package org.evidencewatch.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.review.InboxPage;
import org.evidencewatch.review.InboxRow;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.Wording;

/**
 * The inbox as its page shows it to one person.
 *
 * @param load how much work it is, in words
 * @param next the rest of the address of the next page
 */
record InboxView(List<Tab> tabs, List<Row> rows, String load, Optional<String> next, List<Again> rescores) {

    /** A lane to choose, or all of them. */
    record Tab(String name, int items, String query, boolean chosen) {}

    /** A company to score again. */
    record Again(String company, String since, String decisions) {}

    /**
     * One company at risk.
     *
     * @param chips reason codes as words
     * @param effect score and grade before and after
     * @param touched dimensions in question
     * @param shared how many companies the same change waits at, in words
     * @param late whether it waits longer than it should
     */
    record Row(
            long id,
            String name,
            String company,
            String lane,
            String laneClass,
            String rank,
            Optional<String> effect,
            boolean falls,
            List<String> chips,
            String touched,
            WordDiff words,
            Optional<String> shared,
            String reasons,
            String age,
            boolean late,
            Optional<String> holder,
            boolean mine) {}

    static InboxView of(InboxPage page, List<Rescore> rescores, Filter filter, String reader) {
        return new InboxView(
                tabs(page, filter),
                page.rows().stream().map(row -> row(row, reader)).toList(),
                page.total() == 0
                        ? ""
                        : "%s, about %s"
                                .formatted(
                                        Wording.counted(page.total(), "company", "companies"),
                                        Wording.counted(page.minutes(), "minute")),
                page.next().map(cursor -> filter.after(cursor.toString()).query()),
                rescores.stream().map(InboxView::again).toList());
    }

    private static List<Tab> tabs(InboxPage page, Filter filter) {
        int all = page.lanes().values().stream().mapToInt(Integer::intValue).sum();
        var everything =
                new Tab("All", all, filter.in("").query(), filter.only().isEmpty());
        return Stream.concat(Stream.of(everything), Stream.of(Lane.values()).map(lane -> tab(lane, page, filter)))
                .toList();
    }

    private static Tab tab(Lane lane, InboxPage page, Filter filter) {
        return new Tab(
                lane.label(),
                page.lanes().getOrDefault(lane, 0),
                filter.in(Filter.key(lane)).query(),
                filter.only().equals(Optional.of(lane)));
    }

    private static Row row(InboxRow row, String reader) {
        return new Row(
                row.id(),
                row.name(),
                row.company(),
                row.lane().label(),
                ItemPage.laneClass(row.lane()),
                String.format(Locale.ENGLISH, "%.1f", row.priority()),
                row.effect().flatMap(Wording::moved),
                row.effect()
                        .filter(moved -> moved.scoreAfter().orElse(0)
                                < moved.scoreBefore().orElse(0))
                        .isPresent(),
                row.chips().stream().map(Wording::words).toList(),
                String.join(
                        ", ",
                        row.touched().stream()
                                .flatMap(key -> Dimension.withKey(key).stream())
                                .map(Wording::dimension)
                                .toList()),
                WordDiff.of(row.worst().before(), row.worst().after()),
                row.sharing() > 1
                        ? Optional.of("same change at %d companies".formatted(row.sharing()))
                        : Optional.empty(),
                Wording.counted(row.reasons(), "reason"),
                Wording.age(row.age()),
                row.age().compareTo(row.lane().target()) > 0,
                row.hold().map(hold -> hold.by()),
                row.hold().filter(hold -> hold.by().equals(reader)).isPresent());
    }

    private static Again again(Rescore rescore) {
        return new Again(
                rescore.company(),
                Wording.time(rescore.since()),
                Wording.counted(rescore.decisions().size(), "decision"));
    }
}
