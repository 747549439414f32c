package org.evidencewatch.web.night;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunProgress;
import org.evidencewatch.web.Wording;

/**
 * The ledger of runs as its page shows it.
 *
 * @param now the run that goes on, if one does
 * @param older from where the next page goes on
 */
record RunsPage(List<Row> rows, Optional<Now> now, Optional<Long> older) {

    /**
     * One run.
     *
     * @param state as a class of the style sheet, too
     * @param sums what does not add up; empty where all does
     */
    record Row(
            long id,
            String job,
            boolean replay,
            String asOf,
            String started,
            String duration,
            String state,
            boolean cutOff,
            Optional<String> note,
            boolean reads,
            String attempted,
            String rate,
            int unread,
            int detected,
            List<String> sums) {}

    /** The run that goes on, as it stood when the page was made. */
    record Now(long id, String job, int done, int planned, String words) {}

    static RunsPage of(List<RunAccount> accounts, Optional<RunProgress> current, int size, Instant at) {
        Optional<RunProgress> going = current.filter(RunProgress::running);
        return new RunsPage(
                accounts.stream()
                        .limit(size)
                        .map(account -> row(account, going.map(RunProgress::run), at))
                        .toList(),
                going.map(run -> new Now(run.run(), run.job(), run.done(), run.planned(), words(run, at))),
                accounts.size() > size
                        ? Optional.of(accounts.get(size - 1).run().id())
                        : Optional.empty());
    }

    /** How far a run is, in one line. */
    static String words(RunProgress run, Instant at) {
        if (run.planned() == 0) {
            return "no page is planned yet";
        }
        String rate = run.rate(at).map(each -> ", " + perMinute(each)).orElse("");
        return String.format(
                Locale.ENGLISH,
                "%,d of %,d pages, %,d to go, %,d could not be read%s",
                run.done(),
                run.planned(),
                run.remaining(),
                run.failed(),
                rate);
    }

    static Row row(RunAccount account, Optional<Long> going, Instant at) {
        var run = account.run();
        boolean cutOff = run.state().equals("running") && !going.equals(Optional.of(run.id()));
        return new Row(
                run.id(),
                run.job(),
                run.replay(),
                Wording.time(run.asOf()),
                Wording.time(run.startedAt()),
                cutOff ? "–" : Spans.words(account.duration(at)),
                cutOff ? "cut off" : run.state(),
                cutOff,
                run.note(),
                account.planned() > 0,
                String.format(Locale.ENGLISH, "%,d of %,d", account.attempted(), account.planned()),
                cutOff ? "–" : account.rate(at).map(RunsPage::perMinute).orElse("–"),
                account.unread(),
                account.detected(),
                run.state().equals("running") ? List.of() : account.discrepancies());
    }

    private static String perMinute(double pages) {
        return String.format(Locale.ENGLISH, pages < 10 ? "%.1f a minute" : "%,.0f a minute", pages);
    }
}
