package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evidencewatch.alert.Delivery;
import org.evidencewatch.alert.Digests;
import org.evidencewatch.alert.Finding;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Staleness;
import org.springframework.stereotype.Component;

/** Checks every invariant, writes the digest of the day, and delivers it. Later runs of a day write none. */
@Component
final class DigestJob implements NamedJob {

    /** Longer than the check of a large store takes. */
    private static final Duration TERM = Duration.ofHours(2);

    private final Verification verification;
    private final Staleness staleness;
    private final Digests digests;
    private final Delivery delivery;
    private final OneStep oneStep;

    DigestJob(Verification verification, Staleness staleness, Digests digests, Delivery delivery, OneStep oneStep) {
        this.verification = verification;
        this.staleness = staleness;
        this.digests = digests;
        this.delivery = delivery;
        this.oneStep = oneStep;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return oneStep.run(name(), TERM, parameters, this::write);
    }

    private String write(Instant asOf) {
        var broken = broken();
        staleness.tell(Set.of(Kind.INVARIANT_BROKEN), broken, asOf);
        var digest = switch (digests.write(asOf)) {
            case WRITTEN -> "digest written";
            case ALREADY_WRITTEN -> "the day has its digest";
            case NO_MAIL -> "no mail is set up";
        };
        return "%s, broken invariants: %d; %s"
                .formatted(digest, broken.size(), delivery.deliverDue().summary());
    }

    private List<Finding> broken() {
        return verification.checks().stream()
                .filter(check -> !check.ok())
                .map(check -> Finding.of(Kind.INVARIANT_BROKEN, "invariant:" + check.id(), check.detail()))
                .toList();
    }
}
