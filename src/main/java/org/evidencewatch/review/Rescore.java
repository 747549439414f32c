package org.evidencewatch.review;

import java.time.Instant;
import java.util.List;

/**
 * A company that a scoring system should score again.
 *
 * @param company its slug
 * @param since the first of the decisions
 * @param decisions the material ones that nobody has acted on, oldest first
 */
public record Rescore(String company, Instant since, List<Decision> decisions) {

    public Rescore {
        decisions = List.copyOf(decisions);
    }
}
