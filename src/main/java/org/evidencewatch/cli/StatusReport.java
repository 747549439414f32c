package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.alert.Backlog;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objectives;
import org.evidencewatch.alert.Staleness;
import org.evidencewatch.job.Jobs;
import org.evidencewatch.job.RecordedRun;
import org.evidencewatch.web.json.CompanyFreshnessView;
import org.evidencewatch.web.json.ObjectiveView;
import org.evidencewatch.web.json.UnreadableView;
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
        List<CompanyFreshnessView> companies,
        List<UnreadableView> cannotRead,
        List<AlertView> alerts,
        List<ObjectiveView> objectives,
        List<Run> runs,
        Backlog queue,
        List<String> attention) {

    private static final int RUNS_OF_EACH_JOB = 5;

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
        var companies = CompanyFreshnessView.all(citations, asOf, limits.limit());
        var alerts = house.getBean(Staleness.class).open();
        var runs = house.getBean(Jobs.class).newestRuns(RUNS_OF_EACH_JOB);
        return new StatusReport(
                asOf,
                companies,
                UnreadableView.all(citations, asOf),
                alerts.stream().map(alert -> AlertView.of(alert, asOf)).toList(),
                house.getBean(Objectives.class).states(citations, asOf).stream()
                        .map(ObjectiveView::of)
                        .toList(),
                runs.stream().map(StatusReport::run).toList(),
                freshness.backlog(),
                Attention.of(companies, unanswered(alerts, asOf), runs));
    }

    private static List<Alert> unanswered(List<Alert> alerts, Instant asOf) {
        return alerts.stream().filter(alert -> alert.holding(asOf).isEmpty()).toList();
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
