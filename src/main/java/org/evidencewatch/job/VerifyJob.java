package org.evidencewatch.job;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.evidencewatch.job.Verification.Check;
import org.springframework.stereotype.Component;

/** Checks every invariant; the run fails where one is broken. */
@Component
final class VerifyJob implements NamedJob {

    private final Verification verification;
    private final OneStepJobs jobs;

    VerifyJob(Verification verification, OneStepJobs jobs) {
        this.verification = verification;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return jobs.run(name(), parameters, this::verify);
    }

    private String verify(Instant asOf) {
        var checks = verification.checks();
        String broken = checks.stream()
                .filter(check -> !check.ok())
                .map(check -> check.id() + " " + check.detail())
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken);
        }
        return checks.size() + " invariants hold: "
                + checks.stream().map(Check::id).collect(Collectors.joining(" "));
    }
}
