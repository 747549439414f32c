package org.evidencewatch.change;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.SameWay;

/** What a page means beside its baseline: both read in one way, and with an eye on what citations quote. Pure. */
public final class SideBySide {

    private static final ChangeDetector DETECTOR = new ChangeDetector();

    private SideBySide() {}

    /**
     * The verdict on a page.
     *
     * @param baseline a good one; empty where there is none
     * @param effectiveUrl where the page came from; the candidate of {@code Moved}
     * @param quotes the words that citations of the page quote
     */
    public static Verdict compare(
            Optional<Legible> baseline, Legible now, Optional<URI> effectiveUrl, List<String> quotes) {
        if (baseline.isEmpty() || !now.own().good()) {
            return DETECTOR.first(now.own(), effectiveUrl);
        }
        var pair = SameWay.of(baseline.get(), now);
        Verdict verdict = DETECTOR.compare(pair.before(), pair.after(), effectiveUrl);
        return verdict instanceof Changed changed
                ? Quotes.weigh(changed, quotes, pair.before(), pair.after())
                : verdict;
    }
}
