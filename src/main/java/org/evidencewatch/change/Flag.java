package org.evidencewatch.change;

import java.time.Instant;
import java.util.Optional;

/**
 * A detected change as it is on record, with what became of it.
 *
 * @param url the page's
 * @param baseline the capture that it was compared with; empty when there was none yet
 * @param capture the capture that showed the change
 * @param recorded what was found then
 * @param candidate where a page that moved may be now
 * @param state {@code open} once confirmed, until then not; or the word of its outcome
 */
public record Flag(
        long id,
        String url,
        Optional<Long> baseline,
        long capture,
        Finding recorded,
        Optional<String> candidate,
        Fingerprint fingerprint,
        Instant observedAt,
        String state,
        Optional<Confirmation> confirmation,
        Optional<Ending> ending) {

    /** A later read that agreed. */
    public record Confirmation(long capture, Instant at) {}

    /** How it ended, and why. */
    public record Ending(String outcome, String detail, Instant at) {}

    /** Whether this finding is the recorded one: the same kind of change, for the same reasons. */
    public boolean agrees(Finding finding) {
        return finding.verdict().equals(recorded.verdict())
                && Fingerprint.of(Kind.ofWord(finding.verdict()), finding.reasons())
                        .equals(fingerprint);
    }
}
