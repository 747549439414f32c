package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.change.Timeline.Event;
import org.evidencewatch.change.Timeline.Judged;
import org.evidencewatch.change.Timeline.Observed;

/**
 * A capture in the timeline of a page, and what it meant.
 *
 * @param baseline the capture that it was compared with
 * @param change the change that was seen in it first; {@code changeState} is how that stands now
 * @param confirms the change with which it agreed
 */
record EventView(
        long capture,
        Instant at,
        String purpose,
        boolean good,
        String outcome,
        String detail,
        Optional<String> verdict,
        Optional<Integer> severity,
        Optional<Long> baseline,
        Optional<Long> change,
        Optional<String> changeKind,
        Optional<String> changeState,
        Optional<Long> confirms,
        boolean quarantined,
        Optional<String> signedBy) {

    static EventView of(Event event) {
        return new EventView(
                event.capture(),
                event.at(),
                event.purpose(),
                event.good(),
                event.outcome(),
                event.detail(),
                event.verdict().map(Judged::verdict),
                event.verdict().map(Judged::severity),
                event.verdict().flatMap(Judged::baseline),
                event.observed().map(Observed::change),
                event.observed().map(Observed::kind),
                event.observed().map(Observed::state),
                event.confirms(),
                event.quarantined(),
                event.signedBy());
    }
}
