package org.evidencewatch.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunLedger;
import org.evidencewatch.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How things stand today, in a line above the inbox: looked up at most once a minute, for everybody. Safe for many threads. */
@Component
class Today {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Freshness freshness;
    private final Limits limits;
    private final RunLedger runs;
    private final Clock clock;
    private volatile @Nullable Looked last;

    Today(Freshness freshness, Limits limits, RunLedger runs, Clock clock) {
        this.freshness = freshness;
        this.limits = limits;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * The line.
     *
     * @param evidence the share of the evidence that is fresh, in words
     * @param stale whether some is not
     * @param run the newest run, in words
     * @param number its id
     * @param sound whether its counts add up
     */
    record Line(String evidence, boolean stale, Optional<String> run, long number, boolean sound) {}

    private record Looked(Instant at, Line line) {}

    Line line() {
        Instant now = clock.instant();
        Looked kept = last;
        if (kept == null || kept.at().plus(KEPT).isBefore(now)) {
            kept = new Looked(now, look(now));
            last = kept;
        }
        return kept.line();
    }

    private Line look(Instant now) {
        Objective objective = Objective.of(freshness.citations(), now, limits.limit());
        Optional<RunAccount> newest = runs.page(Optional.empty(), 1).stream().findFirst();
        return new Line(
                "%d of %s confirmed within %s"
                        .formatted(
                                objective.within(),
                                Wording.counted(objective.evidence(), "citation"),
                                Wording.age(limits.limit())),
                objective.stale() > 0,
                newest.map(Today::told),
                newest.map(account -> account.run().id()).orElse(0L),
                newest.map(account -> account.discrepancies().isEmpty()).orElse(true));
    }

    private static String told(RunAccount account) {
        return account.run().job() + " of " + Wording.time(account.run().asOf());
    }
}
