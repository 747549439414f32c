package org.evidencewatch.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a page was found to state of a claim.
 *
 * @param value the typed value found there, as text
 * @param quote the words that state it now
 */
record ClaimFinding(ClaimVerdict verdict, Optional<String> value, Optional<String> quote) {

    /** What a reader of the record must know before anything else comes first. */
    private static final List<ClaimVerdict> GRAVEST_FIRST = List.of(
            ClaimVerdict.CONTRADICTED,
            ClaimVerdict.VALUE_CHANGED,
            ClaimVerdict.NO_LONGER_STATED,
            ClaimVerdict.CANNOT_TELL,
            ClaimVerdict.REWORDED,
            ClaimVerdict.SUPPORTED);

    /** The gravest of what was found of the parts of a claim: it stands only where every part does. */
    static Optional<ClaimFinding> gravest(List<ClaimFinding> parts) {
        return parts.stream().min(Comparator.comparingInt(part -> GRAVEST_FIRST.indexOf(part.verdict())));
    }
}
