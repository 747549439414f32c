package org.evidencewatch.job;

import java.time.Instant;
import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.evidencewatch.alert.Staleness;
import org.springframework.stereotype.Component;

/** Brings the alerts up to date, then delivers what there is to tell. A failed delivery is not a failed run. */
@Component
final class StalenessJob implements NamedJob {

    private final Staleness staleness;
    private final Delivery delivery;
    private final OneStepJobs jobs;

    StalenessJob(Staleness staleness, Delivery delivery, OneStepJobs jobs) {
        this.staleness = staleness;
        this.delivery = delivery;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "staleness";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return jobs.run(name(), parameters, this::check);
    }

    private String check(Instant asOf) {
        var report = staleness.check(asOf);
        return report.summary() + "; " + delivery.deliverDue().summary();
    }
}
