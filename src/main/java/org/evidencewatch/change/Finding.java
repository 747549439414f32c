package org.evidencewatch.change;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Reading;

/**
 * What the difference of two readings amounts to, in the words in which verdicts are recorded.
 *
 * @param verdict such as {@code changed}
 * @param severity 0 to 100
 * @param reasons worst first
 */
public record Finding(String verdict, int severity, List<Reason> reasons) {

    private static final ChangeDetector DETECTOR = new ChangeDetector();

    public Finding {
        reasons = List.copyOf(reasons);
    }

    /**
     * Compares two readings; without an earlier one, says what the page amounts to by itself.
     *
     * @param before a good one
     * @param effectiveUrl where the later one came from
     */
    public static Finding of(Optional<Reading> before, Reading after, Optional<URI> effectiveUrl) {
        Verdict verdict = before.map(baseline -> DETECTOR.compare(baseline, after, effectiveUrl))
                .orElseGet(() -> DETECTOR.first(after, effectiveUrl));
        return new Finding(Verdicts.word(verdict), Verdicts.severity(verdict), Verdicts.reasons(verdict));
    }
}
