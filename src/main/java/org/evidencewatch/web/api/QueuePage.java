package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.InboxCursor;
import org.evidencewatch.review.InboxPage;
import org.evidencewatch.review.InboxRow;

/**
 * A page of the queue, the companies with most at stake first.
 *
 * @param asOf the time of the first page, which orders all of them
 * @param total how many items there are on all pages
 * @param minutes how long people are expected to look at all of them
 * @param lanes how many items each lane has, by its label
 */
record QueuePage(
        List<RowView> items, Optional<String> next, Instant asOf, int total, long minutes, Map<String, Integer> lanes) {

    /**
     * One company at risk.
     *
     * @param codes the reason codes of all that waits, each once, the worst first
     * @param effect score and grade, if the worst reason were accepted; absent where that moves neither
     * @param waiting how many reasons wait
     * @param sharing how many companies have a reason of the worst reason's cause
     */
    record RowView(
            long id,
            String company,
            String name,
            String lane,
            int severity,
            double priority,
            InboxRow.Worst worst,
            List<String> codes,
            Optional<Decision.Moved> effect,
            List<String> touched,
            int waiting,
            int sharing,
            String age,
            Optional<String> heldBy,
            Optional<Instant> heldUntil) {

        static RowView of(InboxRow row) {
            return new RowView(
                    row.id(),
                    row.company(),
                    row.name(),
                    row.lane().label(),
                    row.severity(),
                    Math.round(row.priority() * 10) / 10.0,
                    row.worst(),
                    row.chips(),
                    row.effect(),
                    row.touched(),
                    row.reasons(),
                    row.sharing(),
                    row.age().toString(),
                    row.hold().map(Hold::by),
                    row.hold().map(Hold::until));
        }
    }

    static QueuePage of(InboxPage page) {
        var lanes = new LinkedHashMap<String, Integer>();
        page.lanes().forEach((lane, items) -> lanes.put(lane.label(), items));
        return new QueuePage(
                page.rows().stream().map(RowView::of).toList(),
                page.next().map(InboxCursor::toString),
                page.asOf(),
                page.total(),
                page.minutes(),
                lanes);
    }
}
