package org.evidencewatch.web.night;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.job.DueTime;
import org.evidencewatch.job.JobStatus;
import org.evidencewatch.job.Jobs;
import org.evidencewatch.job.RecordedRun;
import org.evidencewatch.web.Wording;

/** The jobs as their page shows them. */
final class JobsPage {

    private static final int DUE_TIMES = 10;

    private JobsPage() {}

    /**
     * One job.
     *
     * @param schedule its five fields and their zone
     * @param next when it is due; empty while it is paused
     * @param asked whether somebody asked for a run that was not begun yet
     */
    record Row(
            String name,
            String schedule,
            String does,
            String reads,
            String writes,
            String restart,
            boolean paused,
            boolean asked,
            Optional<String> next,
            Optional<Last> last,
            List<Due> dueTimes) {}

    /** Its newest run that was no replay. */
    record Last(long run, String at, String state, Optional<String> note) {}

    /**
     * A due time.
     *
     * @param state as a class of the style sheet, too
     * @param more what else is to be said of it; empty where nothing is
     */
    record Due(String at, String state, String more) {}

    static List<Row> of(Jobs jobs) {
        return jobs.list().stream()
                .map(status -> row(
                        status,
                        jobs.asked(status.job().name()),
                        jobs.dueTimes(status.job().name(), DUE_TIMES)))
                .toList();
    }

    private static Row row(JobStatus status, boolean asked, List<DueTime> dueTimes) {
        var job = status.job();
        return new Row(
                job.name(),
                job.cron() + " " + job.zone(),
                job.about().does(),
                job.about().reads(),
                job.about().writes(),
                job.about().restart(),
                status.paused(),
                asked,
                status.nextRun().filter(next -> !status.paused()).map(Wording::time),
                status.lastRun().map(JobsPage::last),
                dueTimes.stream().map(JobsPage::due).toList());
    }

    private static Last last(RecordedRun run) {
        return new Last(
                run.id(), Wording.time(run.startedAt()), run.state(), run.note().filter(note -> !note.isEmpty()));
    }

    private static Due due(DueTime due) {
        String passed =
                due.passedOver() > 0 ? Wording.counted(due.passedOver(), "due time") + " before it passed over. " : "";
        String tries = due.attempts() > 1 ? "Tried " + due.attempts() + " times. " : "";
        return new Due(Wording.time(due.dueAt()), word(due.state()), (passed + tries + due.note()).strip());
    }

    private static String word(DueTime.State state) {
        return switch (state) {
            case STARTED -> "running";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case OVERLAP -> "overlapped";
            case PAUSED -> "paused";
        };
    }
}
