package org.evidencewatch.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Experience.Lost;
import org.evidencewatch.change.Observation.Said;
import org.evidencewatch.change.Observation.Waiting;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.change.Verdict.Reinterpreted;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.change.Verdict.Unverifiable;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * The readings of one page in the order of their time, each judged before the next is known. Every alarm counts as
 * answered: what it showed is the new baseline, and everything shown so far is known. One thread at a time.
 */
public final class SourceHistory {

    private static final Duration SETTLED = Duration.ofDays(60);

    private Optional<Legible> baseline = Optional.empty();
    private KnownStates known = KnownStates.NONE;
    private boolean elsewhere;
    private Instant since = Instant.EPOCH;
    private Streak slight = Streak.NONE;
    private Optional<Lost> lost = Optional.empty();

    /** What this reading means after all those before it. */
    public Observation observe(Legible now, Instant at) {
        if (baseline.isEmpty() || !now.own().good()) {
            return said(SideBySide.compare(Optional.empty(), now, List.of()), now, at);
        }
        Verdict verdict = verdict(now, at);
        if (verdict instanceof Degraded degraded) {
            var seen = Lost.after(lost, ContentDigest.of(now.own().comparisonText()), at);
            lost = Optional.of(seen);
            Optional<Verdict> replaced = seen.lasting(at) ? SideBySide.replaced(baseline.get(), now) : Optional.empty();
            return said(replaced.orElse(degraded), now, at);
        }
        lost = Optional.empty();
        if (verdict instanceof Changed change && Slight.is(change)) {
            slight = slight.and(now.own());
            return slight.agreed() ? said(change, now, at) : new Waiting(change);
        }
        return said(verdict, now, at);
    }

    /** What was shown long enough is what the page says: even the return to something older is news then. */
    private Verdict verdict(Legible now, Instant at) {
        Verdict verdict = SideBySide.compare(baseline, now, List.of(), way -> known);
        boolean left = verdict instanceof Variant;
        boolean settled = !Duration.between(since, at).minus(SETTLED).isNegative();
        if (left != elsewhere) {
            elsewhere = left;
            since = at;
            return left && settled ? SideBySide.compare(baseline, now, List.of()) : verdict;
        }
        if (left && settled) {
            baseline = Optional.of(now);
            elsewhere = false;
        }
        return verdict;
    }

    private Observation said(Verdict verdict, Legible now, Instant at) {
        switch (verdict) {
            case FirstSeen v -> accept(now, at);
            case Changed v -> accept(now, at);
            case QuoteMoved v -> accept(now, at);
            case QuoteLost v -> accept(now, at);
            case Unchanged v -> settle(now);
            case Cosmetic v -> settle(now);
            case Variant v -> settle(now);
            case Reinterpreted v -> settle(now);
            case Gone v -> {}
            case Moved v -> {}
            case Degraded v -> {}
            case Unverifiable v -> {}
        }
        return new Said(verdict);
    }

    private void accept(Legible now, Instant at) {
        settle(now);
        baseline = Optional.of(now);
        elsewhere = false;
        since = at;
    }

    /** A slight change that went away again is a copy that the page shows now and then. */
    private void settle(Legible now) {
        known = slight.reading().map(known::with).orElse(known).with(now.own());
        slight = Streak.NONE;
    }
}
