package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.SameWay;
import org.evidencewatch.extract.Way;

/** What a page means beside its baseline: both read in one way, and with an eye on what citations quote. Pure. */
public final class SideBySide {

    private static final ChangeDetector DETECTOR = new ChangeDetector();

    private SideBySide() {}

    /** The verdict on a page that has shown nothing else than its baseline. */
    public static Verdict compare(Optional<Legible> baseline, Legible now, List<Quote> quotes) {
        return compare(baseline, now, quotes, way -> KnownStates.NONE);
    }

    /**
     * The verdict on a page.
     *
     * @param baseline a good one; empty where there is none
     * @param quotes what citations of the page quote
     * @param known what else the page has shown without being news, read in a given way
     */
    static Verdict compare(
            Optional<Legible> baseline, Legible now, List<Quote> quotes, Function<Way, KnownStates> known) {
        if (baseline.isEmpty() || !now.own().good()) {
            return DETECTOR.first(now.own());
        }
        var pair = SameWay.of(baseline.get(), now);
        Verdict verdict = DETECTOR.compare(
                pair.before(), pair.after(), known.apply(pair.after().way()));
        return Quotes.weigh(verdict, quotes, pair.before(), pair.after());
    }

    /** What a page that seems to be another one amounts to once it has lasted; empty where it still is no such page. */
    static Optional<Verdict> replaced(Legible baseline, Legible now) {
        var pair = SameWay.of(baseline, now);
        return Collapse.replaced(pair.before(), pair.after())
                .map(reason -> new Changed(reason.severity(), List.of(reason)));
    }
}
