package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.review.LoggedDecision;
import org.evidencewatch.web.json.DecisionView;

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
