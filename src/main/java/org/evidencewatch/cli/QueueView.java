package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Cause;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.ItemView;
import org.springframework.context.ApplicationContext;

/** The queue as its commands show it: as a JSON document, or printed for a person. */
record QueueView(List<ItemView> items, List<CauseView> causes, List<RescoreView> rescore) {

    /** One change that waits at several companies. */
    @JsonInclude(Include.NON_ABSENT)
    record CauseView(
            String cause,
            String code,
            Optional<String> before,
            Optional<String> after,
            int pages,
            List<String> companies) {

        static CauseView of(Cause cause) {
            return new CauseView(
                    cause.id(),
                    cause.example().code(),
                    cause.example().before(),
                    cause.example().after(),
                    cause.pages(),
                    cause.companies());
        }
    }

    /** A company to score again. */
    record RescoreView(String company, Instant since, List<DecisionView> decisions) {

        static RescoreView of(Rescore rescore) {
            return new RescoreView(
                    rescore.company(),
                    rescore.since(),
                    rescore.decisions().stream().map(DecisionView::of).toList());
        }
    }

    static QueueView of(ApplicationContext house) {
        var queue = house.getBean(WorkQueue.class);
        return new QueueView(
                queue.list().stream().map(ItemView::of).toList(),
                queue.causes().stream().map(CauseView::of).toList(),
                queue.rescores().stream().map(RescoreView::of).toList());
    }

    /** For a person, the worst first. */
    void print(PrintWriter out) {
        new QueueTable(out, Ink.ofOutput()).print(this);
    }
}
