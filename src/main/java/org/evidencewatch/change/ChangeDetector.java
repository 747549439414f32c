package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;

/**
 * Says what a reading means beside the baseline. Pure and thread-safe; equal readings give equal verdicts.
 *
 * <p>Gives {@code FirstSeen}, {@code Unchanged}, {@code Cosmetic}, {@code Changed}, {@code Moved}, {@code Gone} or
 * {@code Degraded}; the other verdicts need more than two readings. A reading that is not good is never {@code Unchanged}
 * or {@code Changed}.
 */
public final class ChangeDetector {

    /** Name of these rules, kept with each comparison. Raise it with every change of what they find, or of its words. */
    public static final String VERSION = "6";

    private static final int STATE_SEVERITY = 50;

    /** The verdict on a page without a baseline. */
    public Verdict first(Reading now) {
        return now.good() ? new FirstSeen() : unreadable(now);
    }

    /** The verdict on a reading beside a good baseline, of a page that has shown nothing else. */
    public Verdict compare(Reading baseline, Reading now) {
        return compare(baseline, now, KnownStates.NONE);
    }

    /**
     * The verdict on a reading beside a good baseline.
     *
     * @param known what else the page has shown without being news
     */
    public Verdict compare(Reading baseline, Reading now, KnownStates known) {
        if (!baseline.good()) {
            throw new IllegalArgumentException("a baseline must be good, this one is " + baseline.state());
        }
        if (!now.good()) {
            return unreadable(now);
        }
        if (baseline.comparisonText().equals(now.comparisonText())) {
            boolean same =
                    baseline.text().equals(now.text()) && baseline.title().equals(now.title());
            return same ? new Unchanged() : new Cosmetic();
        }
        return new Comparison(baseline, now, known).verdict();
    }

    /** What a page's state rests on, as what a verdict rests on. */
    static Reason stated(StateReason reason) {
        return new Reason(reason.code(), Optional.empty(), Optional.of(reason.detail()), STATE_SEVERITY);
    }

    private static Verdict unreadable(Reading now) {
        List<Reason> reasons =
                now.stateReasons().stream().map(ChangeDetector::stated).toList();
        return switch (now.state()) {
            case GONE -> new Gone(reasons);
            case MOVED -> new Moved(now.candidate(), reasons);
            case BLOCKED, RESTRICTED, INTERSTITIAL, PARKED, ERROR, EMPTY -> new Degraded(reasons);
            case OK -> throw new IllegalStateException("a good reading is readable");
        };
    }
}
