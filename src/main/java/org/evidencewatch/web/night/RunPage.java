package org.evidencewatch.web.night;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunLedger;
import org.evidencewatch.job.RunProgress;
import org.evidencewatch.web.Wording;

/**
 * One run as its page shows it.
 *
 * @param cost what its requests came to, in one line
 * @param verdicts how many pages got which, those that most got first
 * @param reported the figures that it reported itself, by name
 * @param detections what became of the differences that it was the first to see
 * @param unread pages that it could not read, the first of them
 * @param more how many pages that it could not read are not listed
 */
record RunPage(
        RunsPage.Row run,
        Optional<String> ended,
        String cost,
        List<Count> verdicts,
        List<Count> reported,
        List<Count> detections,
        List<RunLedger.Unread> unread,
        int more,
        List<Queued> queued) {

    /** A figure with its name, and its share of all in percent. */
    record Count(String name, long n, int share) {}

    /** A company that it put before a reviewer. */
    record Queued(String company, String lane, String laneClass, List<String> reasons) {}

    static RunPage of(
            RunAccount account,
            Optional<RunProgress> current,
            RunLedger.Cost cost,
            List<RunLedger.Unread> unread,
            List<RefreshReport.Queued> queued,
            Instant at) {
        return new RunPage(
                RunsPage.row(account, current.filter(RunProgress::running).map(RunProgress::run), at),
                account.run().endedAt().map(Wording::time),
                words(cost),
                counts(account.run().counts()),
                counts(account.reported()),
                counts(account.detections()),
                unread,
                account.unread() - unread.size(),
                queued.stream().map(RunPage::queued).toList());
    }

    private static String words(RunLedger.Cost cost) {
        return String.format(
                Locale.ENGLISH, "%,.1f MB, %s of waiting", cost.octets() / 1e6, Spans.words(cost.waited()));
    }

    private static List<Count> counts(Map<String, ? extends Number> counts) {
        long all = counts.values().stream().mapToLong(Number::longValue).sum();
        return counts.entrySet().stream()
                .map(each -> new Count(
                        Wording.words(spaced(each.getKey())), each.getValue().longValue(), (int)
                                (100 * each.getValue().longValue() / Math.max(1, all))))
                .sorted(Comparator.comparingLong((Count count) -> -count.n()).thenComparing(Count::name))
                .toList();
    }

    /** {@code firstSeen} as words. */
    private static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static Queued queued(RefreshReport.Queued queued) {
        return new Queued(
                queued.company(),
                queued.lane(),
                LaneClass.of(queued.lane()),
                queued.reasons().stream().map(Wording::words).toList());
    }
}
