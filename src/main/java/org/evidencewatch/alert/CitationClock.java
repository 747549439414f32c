package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clocks of one evidence citation. All of them are derived from captures, comparisons and changes; none is stored.
 *
 * @param company slug of the citing company
 * @param companyName its name for people
 * @param url canonical URL of the cited page
 * @param knownSince when the citation was first imported
 * @param lastAttempt the newest capture of our own, of any kind; empty means never tried
 * @param lastGood when the page was last read, or brought by a person, and found to be itself
 * @param lastConfirmed when a good capture last bore out the accepted words; nothing does while a change is undecided
 * @param unreadableSince the first failed capture after the last good one of our own; empty when the newest is good, or
 *     found the page at another path
 */
public record CitationClock(
        long id,
        long sourceId,
        long companyId,
        String company,
        String companyName,
        String url,
        Instant knownSince,
        Optional<Attempt> lastAttempt,
        Optional<Instant> lastGood,
        Optional<Instant> lastConfirmed,
        Optional<Instant> unreadableSince) {

    /** The instant its age counts from: the last confirmation, or where there was none, its import. */
    public Instant since() {
        return lastConfirmed.orElse(knownSince);
    }

    /** How long nothing has confirmed it; zero when that lies after {@code asOf}. */
    public Duration age(Instant asOf) {
        return Age.between(since(), asOf);
    }

    /** Whether nothing has confirmed it for longer than the limit. */
    public boolean stale(Instant asOf, Duration limit) {
        return age(asOf).compareTo(limit) > 0;
    }
}
