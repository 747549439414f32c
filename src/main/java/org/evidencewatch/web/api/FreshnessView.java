package org.evidencewatch.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.alert.Backlog;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.alert.TierState;
import org.evidencewatch.web.json.CompanyFreshnessView;
import org.evidencewatch.web.json.ObjectiveView;
import org.evidencewatch.web.json.UnreadableView;

/**
 * How fresh the evidence is. The figures are those of {@code status}.
 *
 * @param objective how much of the evidence was confirmed within the limit
 * @param objectives what the house promises, tier by tier, and how that fares
 * @param companies the longest unconfirmed first
 * @param cannotRead the longest unreadable first
 */
record FreshnessView(
        Instant asOf,
        Share objective,
        List<ObjectiveView> objectives,
        List<CompanyFreshnessView> companies,
        List<UnreadableView> cannotRead,
        Backlog queue) {

    /** How many citations count, how many are within the limit, and that in percent, rounded down. */
    record Share(int evidence, int within, int percent, String limit) {

        static Share of(Objective objective, Duration limit) {
            return new Share(objective.evidence(), objective.within(), objective.percent(), limit.toString());
        }
    }

    static FreshnessView of(
            List<CitationClock> citations, List<TierState> tiers, Backlog queue, Instant asOf, Duration limit) {
        return new FreshnessView(
                asOf,
                Share.of(Objective.of(citations, asOf, limit), limit),
                tiers.stream().map(ObjectiveView::of).toList(),
                CompanyFreshnessView.all(citations, asOf, limit),
                UnreadableView.all(citations, asOf),
                queue);
    }
}
