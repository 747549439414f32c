package org.evidencewatch.job;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.alert.Finding;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Staleness;
import org.evidencewatch.job.Verification.Check;
import org.springframework.stereotype.Component;

/** Checks every invariant, and tells of those that are broken; the run fails then. */
@Component
final class VerifyJob implements NamedJob {

    private final Verification verification;
    private final Staleness staleness;
    private final OneStepJobs jobs;

    VerifyJob(Verification verification, Staleness staleness, OneStepJobs jobs) {
        this.verification = verification;
        this.staleness = staleness;
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
        var broken = checks.stream().filter(check -> !check.ok()).toList();
        staleness.tell(
                Set.of(Kind.INVARIANT_BROKEN),
                broken.stream().map(VerifyJob::finding).toList(),
                asOf);
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken.stream()
                    .map(check -> check.id() + " " + check.detail())
                    .collect(Collectors.joining("; ")));
        }
        return checks.size() + " invariants hold";
    }

    private static Finding finding(Check check) {
        return Finding.of(Kind.INVARIANT_BROKEN, "invariant:" + check.id(), check.detail());
    }
}
