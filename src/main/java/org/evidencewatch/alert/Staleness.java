package org.evidencewatch.alert;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens alerts for what the watches find, closes those that no longer hold, and posts what is new. */
@Component
public class Staleness {

    private final List<Watch> watches;
    private final Alerts alerts;
    private final Post post;
    private final Limits limits;
    private final TransactionTemplate transaction;

    Staleness(List<Watch> watches, Alerts alerts, Post post, Limits limits, TransactionTemplate transaction) {
        this.watches = List.copyOf(watches);
        this.alerts = alerts;
        this.post = post;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Brings the alerts in line with what the watches find at a time, in one transaction together with the letters that
     * tell of it. Checking again at the same time changes nothing. Checks of several processes take turns.
     */
    public StalenessReport check(Instant asOf) {
        return transaction.execute(status -> {
            alerts.takeTurn();
            Set<Kind> kinds = watches.stream()
                    .flatMap(watch -> watch.kinds().stream())
                    .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
            var findings = watches.stream()
                    .flatMap(watch -> watch.findings(asOf).stream())
                    .toList();
            return settle(kinds, findings, asOf);
        });
    }

    /**
     * The same for kinds that no watch answers for, because finding out takes long: these are all the findings of them. Alerts
     * of other kinds are left alone.
     */
    public StalenessReport tell(Set<Kind> kinds, List<Finding> findings, Instant asOf) {
        return transaction.execute(status -> {
            alerts.takeTurn();
            return settle(kinds, findings, asOf);
        });
    }

    /** The open alerts, the longest open first. */
    public List<Alert> open() {
        return alerts.open();
    }

    private StalenessReport settle(Set<Kind> kinds, List<Finding> findings, Instant asOf) {
        var open = alerts.open().stream()
                .filter(alert -> kinds.contains(alert.kind()))
                .toList();
        var due = Settlement.of(open, findings, asOf, limits);
        alerts.open(due.open(), asOf);
        alerts.close(due.close(), asOf);
        alerts.ease(due.ease(), asOf);
        alerts.renew(due.renew());
        var report = report(open, due, kinds);
        post.tell(report, asOf);
        return report;
    }

    private StalenessReport report(List<Alert> before, Settlement due, Set<Kind> kinds) {
        var known = before.stream().map(Alert::key).collect(toSet());
        var causes = before.stream().map(alert -> alert.id() + alert.cause()).collect(toSet());
        var now = alerts.open().stream()
                .filter(alert -> kinds.contains(alert.kind()))
                .toList();
        return new StalenessReport(
                now.stream().filter(alert -> !known.contains(alert.key())).toList(),
                now.stream()
                        .filter(alert -> known.contains(alert.key()))
                        .filter(alert -> !causes.contains(alert.id() + alert.cause()))
                        .toList(),
                due.close(),
                before.size() - due.close().size());
    }
}
