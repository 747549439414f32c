package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.evidencewatch.alert.Staleness;
import org.springframework.stereotype.Component;

/** Brings the alerts up to date, then delivers what there is to tell. A failed delivery is not a failed run. */
@Component
final class StalenessJob implements NamedJob {

    /** Longer than any delivery takes. */
    private static final Duration TERM = Duration.ofMinutes(15);

    private final Staleness staleness;
    private final Delivery delivery;
    private final OneStep oneStep;

    StalenessJob(Staleness staleness, Delivery delivery, OneStep oneStep) {
        this.staleness = staleness;
        this.delivery = delivery;
        this.oneStep = oneStep;
    }

    @Override
    public String name() {
        return "staleness";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return oneStep.run(name(), TERM, parameters, this::checkAndDeliver);
    }

    private String checkAndDeliver(Instant asOf) {
        var report = staleness.check(asOf);
        return report.summary() + "; " + delivery.deliverDue().summary();
    }
}
