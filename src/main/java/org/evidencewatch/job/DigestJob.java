package org.evidencewatch.job;

import java.time.Instant;
import java.util.Map;
import org.evidencewatch.alert.Delivery;
import org.evidencewatch.alert.Digests;
import org.springframework.stereotype.Component;

/** Writes the digest of the day, and delivers it. Later runs of a day write none. */
@Component
final class DigestJob implements NamedJob {

    private final Digests digests;
    private final Delivery delivery;
    private final OneStepJobs jobs;

    DigestJob(Digests digests, Delivery delivery, OneStepJobs jobs) {
        this.digests = digests;
        this.delivery = delivery;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return jobs.run(name(), parameters, this::write);
    }

    private String write(Instant asOf) {
        var digest = switch (digests.write(asOf)) {
            case WRITTEN -> "digest written";
            case ALREADY_WRITTEN -> "the day has its digest";
            case NO_MAIL -> "no mail is set up";
        };
        return digest + "; " + delivery.deliverDue().summary();
    }
}
