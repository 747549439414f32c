package org.evidencewatch.job;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.citation.CitedSources;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.job.Visited.Interpretation;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Files a page that a person brought: a run of its own with its one visit, in one transaction. */
@Component
class ManualFiling {

    static final String JOB = "manual-capture";

    private static final int OK = 200;

    private final Leases leases;
    private final JobLedger ledger;
    private final Visits visits;
    private final Interpreter interpreter;
    private final Filing filing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ManualFiling(
            Leases leases,
            JobLedger ledger,
            Visits visits,
            Interpreter interpreter,
            Filing filing,
            TransactionTemplate transaction,
            Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.visits = visits;
        this.interpreter = interpreter;
        this.filing = filing;
        this.transaction = transaction;
        this.clock = clock;
    }

    void file(ManualPage page, CitedSources.Found source, Lease lease) {
        // read before anything is written: it may take a while, and needs no connection
        var draft = new Visit(0, Purpose.MANUAL, source.id(), URI.create(source.url()), source.host());
        var read = interpreter
                .process(List.of(visited(page, draft, Optional.empty())))
                .getFirst()
                .interpretation();
        transaction.executeWithoutResult(status -> {
            leases.fence(lease);
            long run = ledger.begin(JOB, parameters(page, source), clock.instant());
            filing.file(List.of(visited(page, visits.planManual(run, source), read)));
            ledger.end(
                    run,
                    clock.instant(),
                    new JobOutcome(true, "brought by " + page.by().strip()));
        });
    }

    private static Visited visited(ManualPage page, Visit visit, Optional<Interpretation> read) {
        var attempt = new Attempt(
                visit.runId(),
                visit.sourceId(),
                visit.purpose(),
                visit.url(),
                page.seenAt().truncatedTo(ChronoUnit.MICROS),
                Duration.ZERO,
                Optional.of(page.by().strip()));
        var answer = new Received(
                OK, page.headers(), page.body(), visit.url(), List.of(), Optional.empty(), page.body().length);
        // never as a revisit: what a person signs for is what they brought
        return new Visited(visit, Capture.of(attempt, answer, Optional.empty()), read);
    }

    private static Map<String, String> parameters(ManualPage page, CitedSources.Found source) {
        return Map.of(
                "url", source.url(),
                "by", page.by().strip(),
                "why", page.why().strip(),
                "seenAt", page.seenAt().toString());
    }
}
