package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Legible;

/**
 * What the difference of two readings amounts to, in the words in which verdicts are recorded.
 *
 * @param verdict such as {@code changed}
 * @param severity 0 to 100
 * @param reasons worst first
 */
public record Finding(String verdict, int severity, List<Reason> reasons) {

    public Finding {
        reasons = List.copyOf(reasons);
    }

    /**
     * Compares two pages; without an earlier one, says what the page amounts to by itself.
     *
     * @param before a good one
     * @param quotes what citations of the page quote
     */
    public static Finding of(Optional<Legible> before, Legible after, List<Quote> quotes) {
        return of(SideBySide.compare(before, after, quotes));
    }

    /** A verdict in the words in which it is recorded. */
    public static Finding of(Verdict verdict) {
        return new Finding(Verdicts.word(verdict), Verdicts.severity(verdict), Verdicts.reasons(verdict));
    }
}
