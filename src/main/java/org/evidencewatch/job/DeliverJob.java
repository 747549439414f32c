package org.evidencewatch.job;

import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.springframework.stereotype.Component;

/** Delivers the letters that are due. Where none is, there is no run: it would be one every few minutes. */
@Component
final class DeliverJob implements NamedJob {

    private final Delivery delivery;
    private final OneStepJobs jobs;

    DeliverJob(Delivery delivery, OneStepJobs jobs) {
        this.delivery = delivery;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return delivery.due()
                ? jobs.run(name(), parameters, asOf -> delivery.deliverDue().summary())
                : new JobOutcome(true, "nothing to deliver");
    }
}
