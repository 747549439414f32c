package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.TextNormaliser;

/** Whether the words that citations quote still stand. Pure. */
final class Quotes {

    /** A quoted sentence is what a claim rests on: its loss weighs at least this much, however few words differ. */
    private static final int LEAST_SEVERITY = 70;

    private Quotes() {}

    /**
     * A change of words as a lost quote, where one of the quotes stood in the baseline and stands no more.
     *
     * @param quotes the exact words of W3C TextQuoteSelectors
     */
    static Verdict weigh(Changed changed, List<String> quotes, Reading baseline, Reading now) {
        if (quotes.isEmpty()) {
            return changed;
        }
        String before = TextNormaliser.normalise(baseline.text());
        String after = TextNormaliser.normalise(now.text());
        var reasons = new ArrayList<Reason>();
        int severity = Math.max(LEAST_SEVERITY, changed.severity());
        for (String quote : quotes) {
            String words = TextNormaliser.normalise(quote);
            if (before.contains(words) && !after.contains(words)) {
                reasons.add(new Reason("quote-lost", Optional.of(quote), Optional.empty(), severity));
            }
        }
        if (reasons.isEmpty()) {
            return changed;
        }
        reasons.addAll(changed.reasons());
        return new QuoteLost(severity, reasons);
    }
}
