package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.LoggedDecision;

/** What somebody said of a reason; {@code undoes} names the decision that it takes back. */
record DecisionView(
        long id,
        long reason,
        Optional<String> url,
        String verdict,
        String why,
        String by,
        Instant at,
        Optional<Instant> until,
        Optional<MovedView> moved,
        Optional<Long> undoes,
        boolean undone) {

    /** Score and grade before and after. */
    record MovedView(
            Optional<Integer> scoreBefore,
            Optional<String> gradeBefore,
            Optional<Integer> scoreAfter,
            Optional<String> gradeAfter) {

        static MovedView of(Decision.Moved moved) {
            return new MovedView(moved.scoreBefore(), moved.gradeBefore(), moved.scoreAfter(), moved.gradeAfter());
        }
    }

    /**
     * A decision in the log of all.
     *
     * @param item the work item in which it was made
     * @param movesRecord whether it made a revision of the record
     * @param publishedAt when it was first handed to the public: it can be undone no more
     */
    record LoggedView(
            DecisionView decision,
            long item,
            String company,
            String name,
            boolean movesRecord,
            Optional<LoggedDecision.Undone> undoneBy,
            Optional<Instant> publishedAt) {

        static LoggedView of(LoggedDecision logged) {
            return new LoggedView(
                    DecisionView.of(logged.decision()),
                    logged.item(),
                    logged.company(),
                    logged.name(),
                    logged.movesRecord(),
                    logged.undoneBy(),
                    logged.publishedAt());
        }
    }

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
                decision.moved().map(MovedView::of),
                decision.undoes(),
                decision.undone());
    }

    static List<DecisionView> all(List<Decision> decisions) {
        return decisions.stream().map(DecisionView::of).toList();
    }
}
