package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunLedger;

/**
 * A run and what it came to.
 *
 * @param counts its pages by verdict
 * @param planned how many pages it set out to read; for {@code attempted} of them there is a capture
 * @param unread how many captures show no good reading
 * @param detected how many differences it was the first to see; {@code detections} is what became of them
 * @param discrepancies what does not add up, in words; empty while it runs
 */
record RunView(
        long id,
        String job,
        Instant asOf,
        boolean replay,
        Instant startedAt,
        Optional<Instant> endedAt,
        String state,
        Optional<String> note,
        Map<String, Integer> counts,
        int planned,
        int attempted,
        int unread,
        int detected,
        Map<String, Integer> detections,
        List<String> discrepancies) {

    /**
     * The same with what it could not read, and whom it put before a reviewer.
     *
     * @param reported the figures that it reported itself
     * @param cannotRead the first pages that it could not read, by host
     */
    record Whole(
            RunView run,
            Map<String, Long> reported,
            List<RunLedger.Unread> cannotRead,
            List<RefreshReport.Queued> queued) {}

    static RunView of(RunAccount account) {
        var run = account.run();
        return new RunView(
                run.id(),
                run.job(),
                run.asOf(),
                run.replay(),
                run.startedAt(),
                run.endedAt(),
                run.state(),
                run.note(),
                new TreeMap<>(run.counts()),
                account.planned(),
                account.attempted(),
                account.unread(),
                account.detected(),
                new TreeMap<>(account.detections()),
                run.state().equals("running") ? List.of() : account.discrepancies());
    }
}
