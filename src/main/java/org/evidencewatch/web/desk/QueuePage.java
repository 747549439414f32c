package org.evidencewatch.web.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.review.Cause;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.Stake;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.Wording;

/** The queue as its page shows it. */
record QueuePage(List<Row> rows, List<Again> rescores) {

    /** The same change at several companies, and the companies. */
    record Shared(int companies, String pages, List<String> names) {}

    /** One company; the words are those of its worst reason. */
    record Row(
            long id,
            String name,
            String company,
            String lane,
            String laneClass,
            int severity,
            String priority,
            Optional<String> effect,
            Optional<Shared> shared,
            String age,
            String what,
            WordDiff words,
            String more,
            Optional<String> holder) {}

    /** A company to score again. */
    record Again(String company, String since, String decisions) {}

    static QueuePage of(List<Item> items, List<Cause> causes, List<Rescore> rescores) {
        var shown = new HashSet<String>();
        return new QueuePage(
                items.stream()
                        .filter(item -> common(item, causes)
                                .map(cause -> shown.add(cause.id()))
                                .orElse(true))
                        .flatMap(item -> item.worst().stream().map(worst -> row(item, worst, common(item, causes))))
                        .toList(),
                rescores.stream().map(QueuePage::again).toList());
    }

    /** The cause that is all that waits in an item and waits at other companies too. */
    private static Optional<Cause> common(Item item, List<Cause> causes) {
        return causes.stream().filter(cause -> cause.covers(item)).findFirst();
    }

    private static Row row(Item item, OpenReason worst, Optional<Cause> common) {
        Stake stake = worst.stake();
        return new Row(
                item.id(),
                item.name(),
                item.company(),
                worst.lane().label(),
                ItemPage.laneClass(worst.lane()),
                item.severity(),
                String.format(Locale.ENGLISH, "%.1f", item.priority()),
                Wording.moved(stake.moved()),
                common.map(cause -> new Shared(
                        cause.companies().size(), Wording.counted(cause.pages(), "page"), cause.companies())),
                Wording.age(item.age()),
                Wording.words(worst.code()),
                WordDiff.of(worst.before(), worst.after()),
                Wording.counted(item.reasons().size(), "reason"),
                item.hold().map(hold -> hold.by()));
    }

    private static Again again(Rescore rescore) {
        return new Again(
                rescore.company(),
                Wording.time(rescore.since()),
                Wording.counted(rescore.decisions().size(), "decision"));
    }
}
