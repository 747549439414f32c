package org.evidencewatch.alert;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens alerts for evidence that nothing confirms and for pages that cannot be read, and closes those that no longer hold. */
@Component
public class Staleness {

    private final Freshness freshness;
    private final Alerts alerts;
    private final Outbox outbox;
    private final Limits limits;
    private final TransactionTemplate transaction;

    Staleness(Freshness freshness, Alerts alerts, Outbox outbox, Limits limits, TransactionTemplate transaction) {
        this.freshness = freshness;
        this.alerts = alerts;
        this.outbox = outbox;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Brings the alerts in line with the clocks at a time, in one transaction together with the digest that tells of
     * it. Checking again at the same time changes nothing. Checks of several processes take turns.
     */
    public StalenessReport check(Instant asOf) {
        return transaction.execute(status -> {
            alerts.takeTurn();
            return settle(alerts.open(), Finding.of(freshness.citations(), asOf, limits), asOf);
        });
    }

    /** The open alerts, the longest open first. */
    public List<Alert> open() {
        return alerts.open();
    }

    private StalenessReport settle(List<Alert> open, List<Finding> findings, Instant asOf) {
        var due = Settlement.of(open, findings);
        alerts.open(due.open(), asOf);
        alerts.close(due.close(), asOf);
        alerts.reword(due.reword());
        var known = open.stream().map(Alert::key).collect(toSet());
        var opened =
                alerts.open().stream().filter(a -> !known.contains(a.key())).toList();
        var report = new StalenessReport(
                opened, due.close(), open.size() - due.close().size());
        if (report.tells()) {
            outbox.put(Digest.of(asOf, opened, due.close(), report.stillOpen()), asOf);
        }
        return report;
    }
}
