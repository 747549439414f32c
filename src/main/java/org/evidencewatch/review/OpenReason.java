package org.evidencewatch.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;

/**
 * One confirmed change of one cited page, waiting for an answer.
 *
 * @param url the canonical URL of the page, as it came from the record: not to be trusted
 * @param title the title under which the company's record cites it
 * @param severity 0 to 100, of the change as a whole
 * @param candidate where a page that moved may be now: canonical, but it came from the web, and is not to be trusted
 * @param passages what differs, worst first, never empty
 * @param observedAt when the difference was first seen
 * @param confirmedAt when a later read agreed
 */
public record OpenReason(
        long id,
        Lane lane,
        String url,
        String title,
        int severity,
        Optional<String> candidate,
        List<Reason> passages,
        Instant observedAt,
        Instant confirmedAt) {

    public OpenReason {
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("reason " + id + " without a passage");
        }
    }

    /** The reason code of the worst passage. */
    public String code() {
        return passages.getFirst().code();
    }

    /** The words that stood, in the worst passage. */
    public Optional<String> before() {
        return passages.getFirst().before();
    }

    /** The words that stand now, in the worst passage. */
    public Optional<String> after() {
        return passages.getFirst().after();
    }
}
