package org.evidencewatch.review;

import java.time.Instant;
import org.evidencewatch.review.DecisionRules.Ending;
import org.springframework.stereotype.Component;

/** Ends a change when the last company that cites its page has answered; the caller has transaction and lock. */
@Component
class Endings {

    private final ConfirmedChanges changes;
    private final Decisions decisions;

    Endings(ConfirmedChanges changes, Decisions decisions) {
        this.changes = changes;
        this.decisions = decisions;
    }

    /** False when the change has ended otherwise in the meantime, so that the answers come too late. */
    boolean endIfAnswered(long change, Instant at) {
        if (changes.awaitsAnswer(change)) {
            return true;
        }
        Ending ending = DecisionRules.ending(decisions.finalOf(change), changes.pageStands(change));
        boolean ended = changes.end(change, ending.outcome(), ending.by(), at);
        if (ended) {
            changes.moveBaseline(change, ending.by(), at);
        }
        return ended;
    }
}
