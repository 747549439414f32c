package org.evidencewatch.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunLedger;
import org.evidencewatch.web.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * How things stand today, in a line above the inbox: looked up at most once a minute, for everybody. Over many sources that takes
 * seconds, so nobody but the first waits for it: the line of before is shown while it is looked up anew. Safe for many threads.
 */
@Component
class Today {

    private static final Logger LOG = LoggerFactory.getLogger(Today.class);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Freshness freshness;
    private final Limits limits;
    private final RunLedger runs;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
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
        Looked kept = last;
        if (kept == null) {
            kept = look();
            last = kept;
        } else if (kept.at().plus(KEPT).isBefore(clock.instant()) && looking.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::renew);
        }
        return kept.line();
    }

    private void renew() {
        try {
            last = look();
        } catch (DataAccessException e) {
            LOG.warn("the line above the inbox stays as it was", e);
        } finally {
            looking.set(false);
        }
    }

    private Looked look() {
        Instant now = clock.instant();
        return new Looked(now, line(now));
    }

    private Line line(Instant now) {
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
