package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much of the evidence was confirmed within the limit.
 *
 * @param evidence how many citations count
 * @param within how many of them were confirmed, or first imported, no longer ago than the limit
 * @param limit the limit
 */
public record Objective(int evidence, int within, Duration limit) {

    /** At a time; what is not within is what {@link CompanyFreshness#stale} lists. */
    public static Objective of(List<CitationClock> citations, Instant asOf, Duration limit) {
        int stale = (int) citations.stream()
                .filter(citation -> citation.stale(asOf, limit))
                .count();
        return new Objective(citations.size(), citations.size() - stale, limit);
    }

    /** How many nothing has confirmed for longer. */
    public int stale() {
        return evidence - within;
    }

    /** In percent, rounded down, so that 100 means all; 100 where there is no evidence. */
    public int percent() {
        return evidence == 0 ? 100 : (int) (100L * within / evidence);
    }
}
