package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.alert.Attempt;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.CompanyFreshness;

/**
 * A company is as fresh as its oldest evidence: each date is the oldest of its citations', and absent while one has none.
 *
 * @param evidence how many citations count
 * @param since what its age counts from: the oldest confirmation, or the import of what was never confirmed
 */
@JsonInclude(Include.NON_ABSENT)
public record CompanyFreshnessView(
        String slug,
        String name,
        int evidence,
        Instant since,
        Optional<Instant> oldestConfirmed,
        Optional<Instant> lastGood,
        Optional<Instant> lastAttempt,
        List<StaleView> stale) {

    /** A citation that nothing has confirmed for longer than the limit. */
    @JsonInclude(Include.NON_ABSENT)
    public record StaleView(
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

    /** Each company of these citations, the longest unconfirmed first. */
    public static List<CompanyFreshnessView> all(List<CitationClock> citations, Instant asOf, Duration limit) {
        return CompanyFreshness.of(citations).stream()
                .map(company -> of(company, asOf, limit))
                .toList();
    }

    private static CompanyFreshnessView of(CompanyFreshness company, Instant asOf, Duration limit) {
        return new CompanyFreshnessView(
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
