package org.evidencewatch.web;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.WordDiff;

/** The queue as its page shows it. */
record QueuePage(List<Row> rows, List<Again> rescores) {

    /** One company; the words are those of its worst reason. */
    record Row(
            long id,
            String name,
            String company,
            String lane,
            String laneClass,
            int severity,
            String age,
            String what,
            WordDiff words,
            String more,
            Optional<String> holder) {}

    /** A company to score again. */
    record Again(String company, String since, String decisions) {}

    static QueuePage of(List<Item> items, List<Rescore> rescores) {
        return new QueuePage(
                items.stream()
                        .flatMap(item -> item.worst().stream().map(worst -> row(item, worst)))
                        .toList(),
                rescores.stream().map(QueuePage::again).toList());
    }

    private static Row row(Item item, OpenReason worst) {
        return new Row(
                item.id(),
                item.name(),
                item.company(),
                worst.lane().label(),
                ItemPage.laneClass(worst.lane()),
                item.severity(),
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
