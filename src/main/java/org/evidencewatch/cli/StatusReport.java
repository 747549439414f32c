package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.alert.Backlog;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objectives;
import org.evidencewatch.alert.Staleness;
import org.evidencewatch.alert.TierState;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.job.Jobs;
import org.evidencewatch.job.RecordedRun;
import org.evidencewatch.snapshot.Standing;
import org.springframework.context.ApplicationContext;

/**
 * How things stand: the document of {@code status}.
 *
 * @param companies the longest unconfirmed first
 * @param cannotRead the longest unreadable first
 * @param alerts open ones, the longest open first
 * @param objectives how fresh the evidence should be, and how that fares
 * @param runs the newest of each job, the newest first
 * @param attention one sentence for each thing that people must look at
 */
record StatusReport(
        Instant asOf,
        List<Company> companies,
        List<CannotRead> cannotRead,
        List<AlertView> alerts,
        List<Aim> objectives,
        List<Run> runs,
        Backlog queue,
        List<String> attention) {

    private static final int RUNS_OF_EACH_JOB = 5;

    /**
     * A company is as fresh as its oldest evidence: each of the dates is the oldest of its citations' and is left out
     * while some citation has none.
     *
     * @param evidence how many citations count
     * @param since what its age counts from: the oldest confirmation, or the import of what was never confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Company(
            String slug,
            String name,
            int evidence,
            Instant since,
            Optional<Instant> oldestConfirmed,
            Optional<Instant> lastGood,
            Optional<Instant> lastAttempt,
            List<Citation> stale) {}

    /** A stale citation. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Citation(
            String url,
            Instant since,
            Optional<Instant> lastConfirmed,
            Optional<Instant> lastGood,
            Optional<Instant> lastAttempt) {}

    /** A page whose newest attempts all failed; by its standing it is asked for more seldom. */
    record CannotRead(String url, String reason, Instant since, String standing, List<String> companies) {}

    /**
     * An objective: so much of its evidence is to be confirmed within that time.
     *
     * @param share what it promises, above 0 and below 1
     * @param confirmed how many citations were confirmed in time
     * @param percent that of its evidence, rounded down
     * @param burn how many times faster than allowed it goes stale now; up to 1 is well
     * @param week the same, as the mean of seven days; absent until three are on record
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Aim(
            String name,
            double share,
            String within,
            int evidence,
            int confirmed,
            int percent,
            double burn,
            Optional<Double> week,
            boolean met) {

        static Aim of(TierState state) {
            return new Aim(
                    state.tier().name(),
                    state.tier().share(),
                    state.tier().within().toString(),
                    state.now().evidence(),
                    state.now().within(),
                    state.now().percent(),
                    hundredths(state.burn()),
                    state.week().map(Aim::hundredths),
                    state.met());
        }

        private static double hundredths(double rate) {
            return Math.round(rate * 100) / 100.0;
        }
    }

    /** A run; its counts are those of its refresh, by verdict. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Run(
            long id,
            String job,
            Instant asOf,
            Instant startedAt,
            Optional<Instant> endedAt,
            String state,
            Optional<String> note,
            Map<String, Integer> counts) {}

    /** Reads everything, and measures ages against a time. */
    static StatusReport of(ApplicationContext house, Instant asOf) {
        var freshness = house.getBean(Freshness.class);
        var limits = house.getBean(Limits.class);
        var citations = freshness.citations();
        var companies = CompanyFreshness.of(citations).stream()
                .map(company -> company(company, asOf, limits))
                .toList();
        var alerts = house.getBean(Staleness.class).open();
        var runs = house.getBean(Jobs.class).newestRuns(RUNS_OF_EACH_JOB);
        return new StatusReport(
                asOf,
                companies,
                Unreadable.of(citations).stream()
                        .map(page -> cannotRead(page, asOf))
                        .toList(),
                alerts.stream().map(alert -> AlertView.of(alert, asOf)).toList(),
                house.getBean(Objectives.class).states(citations, asOf).stream()
                        .map(Aim::of)
                        .toList(),
                runs.stream().map(StatusReport::run).toList(),
                freshness.backlog(),
                Attention.of(companies, unanswered(alerts, asOf), runs));
    }

    private static List<Alert> unanswered(List<Alert> alerts, Instant asOf) {
        return alerts.stream().filter(alert -> alert.holding(asOf).isEmpty()).toList();
    }

    private static Company company(CompanyFreshness company, Instant asOf, Limits limits) {
        return new Company(
                company.company(),
                company.name(),
                company.citations().size(),
                company.since(),
                company.oldestConfirmed(),
                company.lastGood(),
                company.lastAttempt(),
                company.stale(asOf, limits.limit()).stream()
                        .map(StatusReport::citation)
                        .toList());
    }

    private static Citation citation(CitationClock clock) {
        return new Citation(
                clock.url(),
                clock.since(),
                clock.lastConfirmed(),
                clock.lastGood(),
                clock.lastAttempt().map(attempt -> attempt.at()));
    }

    private static CannotRead cannotRead(Unreadable page, Instant asOf) {
        var attempt = page.lastAttempt();
        var standing = Standing.of(Optional.of(page.since()), Optional.of(attempt.at()), asOf);
        return new CannotRead(
                page.url(),
                attempt.outcome() + ": " + attempt.detail(),
                page.since(),
                standing.word(),
                page.companies());
    }

    private static Run run(RecordedRun run) {
        return new Run(
                run.id(),
                run.job(),
                run.asOf(),
                run.startedAt(),
                run.endedAt(),
                run.state(),
                run.note().filter(note -> !note.isEmpty()),
                new TreeMap<>(run.counts()));
    }
}
