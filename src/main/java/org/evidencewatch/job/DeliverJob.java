package org.evidencewatch.job;

import java.time.Duration;
import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.springframework.stereotype.Component;

/** Delivers the letters that are due. Where none is, there is no run: it would be one every few minutes. */
@Component
final class DeliverJob implements NamedJob {

    /** Longer than any delivery takes. */
    private static final Duration TERM = Duration.ofMinutes(15);

    private final Delivery delivery;
    private final OneStep oneStep;

    DeliverJob(Delivery delivery, OneStep oneStep) {
        this.delivery = delivery;
        this.oneStep = oneStep;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return delivery.due()
                ? oneStep.run(
                        name(), TERM, parameters, asOf -> delivery.deliverDue().summary())
                : new JobOutcome(true, "nothing to deliver");
    }
}
