package org.evidencewatch.web.night;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.alert.Ages;
import org.evidencewatch.alert.Backlog;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Night;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.alert.TierState;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.web.Wording;

/**
 * How fresh the evidence is, as its page shows it. The figures are those of {@code status}.
 *
 * @param limit evidence is to be confirmed at least once within it
 * @param unreadable how many pages cannot be read now
 * @param newest what to say of the newest night that is drawn; empty where there was none
 * @param companies the longest unconfirmed first, so many as a page holds
 * @param all how many companies there are
 * @param aims the objectives, in the order of the settings
 */
record FreshnessPage(
        String asOf,
        Objective objective,
        String limit,
        int unreadable,
        Backlog backlog,
        Optional<String> newest,
        List<BarChart> charts,
        List<Row> companies,
        int all,
        List<Aim> aims) {

    private static final int MOST_ROWS = 200;

    /**
     * One company, by its oldest evidence.
     *
     * @param stale how many of its citations are beyond the limit
     * @param unreadable since when one of its pages cannot be read
     */
    record Row(
            String slug,
            String name,
            int evidence,
            String confirmed,
            String age,
            int stale,
            String attempted,
            String read,
            Optional<String> unreadable,
            int pages) {}

    /**
     * An objective: how much is to be confirmed within which time, how much is, and how many times too fast it goes stale.
     *
     * @param week the mean burn rate of seven days; empty until three are on record
     */
    record Aim(String name, String promise, String figures, String burn, Optional<String> week, boolean met) {

        static Aim of(TierState state) {
            var tier = state.tier();
            return new Aim(
                    tier.name(),
                    String.format(Locale.ROOT, "%.4g %% within %s", tier.share() * 100, Wording.age(tier.within())),
                    "%d of %s, %d %%"
                            .formatted(
                                    state.now().within(),
                                    Wording.counted(state.now().evidence(), "citation"),
                                    state.now().percent()),
                    rate(state.burn()),
                    state.week().map(Aim::rate),
                    state.met());
        }

        private static String rate(double burn) {
            return String.format(Locale.ROOT, "%.1f", burn);
        }
    }

    static FreshnessPage of(
            List<CitationClock> citations,
            Backlog backlog,
            List<Night> nights,
            Limits limits,
            List<TierState> states,
            Instant asOf) {
        var objective = Objective.of(citations, asOf, limits.limit());
        var companies = CompanyFreshness.of(citations);
        return new FreshnessPage(
                Wording.time(asOf),
                objective,
                Wording.age(limits.limit()),
                Unreadable.of(citations).size(),
                backlog,
                nights.isEmpty() ? Optional.empty() : Optional.of(night(nights.getLast())),
                FreshnessCharts.of(Ages.of(citations, asOf), nights, Wording.age(limits.limit())),
                companies.stream()
                        .limit(MOST_ROWS)
                        .map(company -> row(company, limits.limit(), asOf))
                        .toList(),
                companies.size(),
                states.stream().map(Aim::of).toList());
    }

    private static String night(Night night) {
        String share = night.percent()
                .map(percent -> percent + " % of " + Wording.counted(night.evidence(), "citation"))
                .orElse("no evidence");
        return Spans.day(night.day()) + " " + night.day().getYear() + ": " + share;
    }

    private static Row row(CompanyFreshness company, Duration limit, Instant asOf) {
        var failing = company.citations().stream()
                .map(CitationClock::unreadableSince)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return new Row(
                company.company(),
                company.name(),
                company.citations().size(),
                time(company.oldestConfirmed()),
                Wording.age(company.citations().getFirst().age(asOf)),
                company.stale(asOf, limit).size(),
                time(company.lastAttempt()),
                time(company.lastGood()),
                failing.stream().findFirst().map(Wording::time),
                failing.size());
    }

    private static String time(Optional<Instant> at) {
        return at.map(Wording::time).orElse("not all yet");
    }
}
