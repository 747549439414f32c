package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.Cause;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.OpenReason.Disputed;
import org.evidencewatch.review.Rescore;
import org.evidencewatch.review.Stake;
import org.evidencewatch.review.WorkQueue;
import org.springframework.context.ApplicationContext;

/** The queue as its commands show it: as a JSON document, or printed for a person. */
record QueueView(List<ItemView> items, List<CauseView> causes, List<RescoreView> rescore) {

    /** One company; {@code age} as an ISO 8601 duration. */
    @JsonInclude(Include.NON_ABSENT)
    record ItemView(
            long id,
            String company,
            String name,
            Optional<String> lane,
            int severity,
            double priority,
            Optional<String> rank,
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
                    Math.round(item.priority() * 10) / 10.0,
                    item.rank(),
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
                    priority,
                    rank,
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
            Optional<String> url,
            Optional<String> before,
            Optional<String> after,
            int severity,
            String lane,
            Optional<String> candidate,
            List<PassageView> passages,
            Optional<String> cause,
            Optional<String> opinionOf,
            Optional<String> signedBy,
            Optional<Disputed> dispute,
            StakeView stake) {

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
                    reason.passages().stream().map(PassageView::of).toList(),
                    reason.cause(),
                    reason.opinionOf(),
                    reason.handmade(),
                    reason.dispute(),
                    StakeView.of(reason.stake()));
        }
    }

    /** What the record stands to lose; {@code proposal} is the edit that a material answer makes. */
    @JsonInclude(Include.NON_ABSENT)
    record StakeView(
            double probability,
            int points,
            Optional<Integer> scoreBefore,
            Optional<Integer> scoreAfter,
            Optional<String> gradeBefore,
            Optional<String> gradeAfter,
            int citationsLeft,
            List<EditView> proposal,
            List<String> touched,
            List<String> lines) {

        Decision.Moved moved() {
            return new Decision.Moved(scoreBefore, gradeBefore, scoreAfter, gradeAfter);
        }

        static StakeView of(Stake stake) {
            return new StakeView(
                    Math.round(stake.probability() * 100) / 100.0,
                    stake.points(),
                    stake.scoreBefore(),
                    stake.scoreAfter(),
                    stake.gradeBefore(),
                    stake.gradeAfter(),
                    stake.citationsLeft(),
                    stake.proposal().stream().map(EditView::of).toList(),
                    stake.touched(),
                    stake.lines());
        }
    }

    /** A claim as it would be stated; without a statement it would be dropped. */
    @JsonInclude(Include.NON_ABSENT)
    record EditView(String dimension, int ordinal, Optional<String> statement) {

        static EditView of(ClaimEdit edit) {
            return new EditView(edit.dimension().key(), edit.ordinal(), edit.statement());
        }
    }

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

    /** One difference. */
    @JsonInclude(Include.NON_ABSENT)
    record PassageView(String code, Optional<String> before, Optional<String> after, int severity) {

        static PassageView of(Reason passage) {
            return new PassageView(passage.code(), passage.before(), passage.after(), passage.severity());
        }
    }

    /** What somebody said of a reason; {@code undoes} names the decision that it takes back. */
    @JsonInclude(Include.NON_ABSENT)
    record DecisionView(
            long id,
            long reason,
            Optional<String> url,
            String verdict,
            String why,
            String by,
            Instant at,
            Optional<Instant> until,
            Optional<Decision.Moved> moved,
            Optional<Long> undoes,
            boolean undone) {

        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.id(),
                    decision.reason(),
                    decision.url(),
                    decision.answer().word(),
                    decision.why(),
                    decision.by(),
                    decision.at(),
                    decision.until(),
                    decision.moved(),
                    decision.undoes(),
                    decision.undone());
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
