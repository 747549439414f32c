package org.evidencewatch.review;

import java.time.Instant;
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
        Ending ending = Ending.of(decisions.finalOf(change), changes.pageStands(change));
        boolean ended = changes.end(change, ending, at);
        if (ended && ending.movesBaseline()) {
            changes.moveBaseline(change, ending.by().id(), at);
        }
        if (ended && !ending.movesBaseline()) {
            changes.quarantine(change, ending.by().id(), at);
        }
        return ended;
    }

    /** Opens a change again whose ending was taken back, and all that ending it did. */
    void reopen(long change, long undo, Instant at) {
        if (changes.reopen(change, undo, at)) {
            changes.restoreBaseline(change, undo, at);
            changes.release(change);
        }
    }
}
