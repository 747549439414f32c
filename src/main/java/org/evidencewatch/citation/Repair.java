package org.evidencewatch.citation;

import java.util.List;
import java.util.Optional;

/**
 * A change that a person made of a citation.
 *
 * @param citation the one that was changed
 * @param was the citation before
 * @param now what stands in its place: the same citation, or the replacement
 * @param replacement present where another citation stands in its place
 */
record Repair(Kind kind, long citation, CitationState was, CitationState now, Optional<Replacement> replacement) {

    /** The words of the log. */
    enum Kind {
        MOVED,
        REQUOTED,
        RETIRED,
        MERGED,
        SPLIT,
        UNDONE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Another citation of the same company.
     *
     * @param was empty where the repair made it
     * @param claims those that rest on it since, and did not before
     */
    record Replacement(long citation, Optional<CitationState> was, List<Long> claims) {

        Replacement {
            claims = List.copyOf(claims);
        }
    }

    /** What the repair left of the citation itself. */
    CitationState left() {
        return replacement.isPresent() ? was.retiredOrNot(true) : now;
    }
}
