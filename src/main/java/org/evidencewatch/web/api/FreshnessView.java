package org.evidencewatch.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.alert.Attempt;
import org.evidencewatch.alert.Backlog;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.snapshot.Standing;

/**
 * How fresh the evidence is. The figures are those of {@code status}.
 *
 * @param objective how much of the evidence was confirmed within the limit
 * @param companies the longest unconfirmed first
 * @param cannotRead the longest unreadable first
 */
record FreshnessView(
        Instant asOf, Share objective, List<CompanyView> companies, List<CannotRead> cannotRead, Backlog queue) {

    /** How many citations count, how many are within the limit, and that in percent, rounded down. */
    record Share(int evidence, int within, int percent, String limit) {}

    /**
     * A company is as fresh as its oldest evidence: each date is the oldest of its citations', and absent while one has none.
     *
     * @param since what its age counts from: the oldest confirmation, or the import of what was never confirmed
     */
    record CompanyView(
            String slug,
            String name,
            int evidence,
            Instant since,
            Optional<Instant> oldestConfirmed,
            Optional<Instant> lastGood,
            Optional<Instant> lastAttempt,
            List<StaleView> stale) {

        static CompanyView of(CompanyFreshness company, Instant asOf, Duration limit) {
            return new CompanyView(
                    company.company(),
                    company.name(),
                    company.citations().size(),
                    company.since(),
                    company.oldestConfirmed(),
                    company.lastGood(),
                    company.lastAttempt(),
                    company.stale(asOf, limit).stream().map(StaleView::of).toList());
        }
    }

    /** A citation that nothing has confirmed for longer than the limit. */
    record StaleView(
            long id,
            String url,
            Instant since,
            Optional<Instant> lastConfirmed,
            Optional<Instant> lastGood,
            Optional<Instant> lastAttempt) {

        static StaleView of(CitationClock clock) {
            return new StaleView(
                    clock.id(),
                    clock.url(),
                    clock.since(),
                    clock.lastConfirmed(),
                    clock.lastGood(),
                    clock.lastAttempt().map(Attempt::at));
        }
    }

    /** A page whose newest attempts all failed; by its standing it is asked for more seldom. */
    record CannotRead(String url, String reason, Instant since, String standing, List<String> companies) {

        static CannotRead of(Unreadable page, Instant asOf) {
            Attempt attempt = page.lastAttempt();
            return new CannotRead(
                    page.url(),
                    attempt.outcome() + ": " + attempt.detail(),
                    page.since(),
                    Standing.of(Optional.of(page.since()), Optional.of(attempt.at()), asOf)
                            .word(),
                    page.companies());
        }
    }

    static FreshnessView of(List<CitationClock> citations, Backlog queue, Instant asOf, Duration limit) {
        var objective = Objective.of(citations, asOf, limit);
        return new FreshnessView(
                asOf,
                new Share(objective.evidence(), objective.within(), objective.percent(), limit.toString()),
                CompanyFreshness.of(citations).stream()
                        .map(company -> CompanyView.of(company, asOf, limit))
                        .toList(),
                Unreadable.of(citations).stream()
                        .map(page -> CannotRead.of(page, asOf))
                        .toList(),
                queue);
    }
}
