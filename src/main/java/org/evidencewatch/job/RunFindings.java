package org.evidencewatch.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.evidencewatch.alert.Finding;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Watch;
import org.springframework.stereotype.Component;

/** Finds the jobs whose newest run failed. */
@Component
final class RunFindings implements Watch {

    private final JobLedger ledger;

    RunFindings(JobLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RUN_FAILED);
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        return ledger.newest(1).stream()
                .filter(run -> run.failed() && !run.replay())
                .map(RunFindings::failed)
                .toList();
    }

    private static Finding failed(RecordedRun run) {
        return Finding.of(
                Kind.RUN_FAILED,
                "job:" + run.job(),
                "%s failed (run %d of %s): %s"
                        .formatted(
                                run.job(),
                                run.id(),
                                run.startedAt().truncatedTo(ChronoUnit.MINUTES),
                                run.note().orElse("it left no reason")));
    }
}
