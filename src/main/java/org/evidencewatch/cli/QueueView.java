package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.WorkQueue;
import org.springframework.context.ApplicationContext;

/** The queue as its commands show it: as a JSON document, or printed for a person. */
record QueueView(List<ItemView> items, List<RescoreView> rescore) {

    /** One company; {@code age} as an ISO 8601 duration. */
    @JsonInclude(Include.NON_ABSENT)
    record ItemView(
            long id,
            String company,
            String name,
            Optional<String> lane,
            int severity,
            List<ReasonView> reasons,
            String age,
            Optional<String> heldBy,
            Optional<Instant> heldUntil,
            Optional<Instant> closedAt,
            Optional<List<DecisionView>> decisions) {

        static ItemView of(Item item) {
            return new ItemView(
                    item.id(),
                    item.company(),
                    item.name(),
                    item.lane().map(lane -> lane.label()),
                    item.severity(),
                    item.reasons().stream().map(ReasonView::of).toList(),
                    item.age().toString(),
                    item.hold().map(Hold::by),
                    item.hold().map(Hold::until),
                    item.closedAt(),
                    Optional.empty());
        }

        ItemView with(List<Decision> said) {
            return new ItemView(
                    id,
                    company,
                    name,
                    lane,
                    severity,
                    reasons,
                    age,
                    heldBy,
                    heldUntil,
                    closedAt,
                    Optional.of(said.stream().map(DecisionView::of).toList()));
        }
    }

    /** One reason; code and words are those of its worst passage, {@code candidate} is where a page may be now. */
    @JsonInclude(Include.NON_ABSENT)
    record ReasonView(
            long id,
            String code,
            String url,
            Optional<String> before,
            Optional<String> after,
            int severity,
            String lane,
            Optional<String> candidate,
            List<PassageView> passages) {

        static ReasonView of(OpenReason reason) {
            return new ReasonView(
                    reason.id(),
                    reason.code(),
                    reason.url(),
                    reason.before(),
                    reason.after(),
                    reason.severity(),
                    reason.lane().label(),
                    reason.candidate(),
                    reason.passages().stream().map(PassageView::of).toList());
        }
    }

    /** One difference. */
    @JsonInclude(Include.NON_ABSENT)
    record PassageView(String code, Optional<String> before, Optional<String> after, int severity) {

        static PassageView of(Reason passage) {
            return new PassageView(passage.code(), passage.before(), passage.after(), passage.severity());
        }
    }

    /** What somebody said of a reason. */
    @JsonInclude(Include.NON_ABSENT)
    record DecisionView(
            long reason, String url, String verdict, String why, String by, Instant at, Optional<Instant> until) {

        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.reason(),
                    decision.url(),
                    decision.answer().word(),
                    decision.why(),
                    decision.by(),
                    decision.at(),
                    decision.until());
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
                queue.rescores().stream().map(RescoreView::of).toList());
    }

    /** For a person, the worst first. */
    void print(PrintWriter out) {
        new QueueTable(out, Ink.ofOutput()).print(this);
    }
}
