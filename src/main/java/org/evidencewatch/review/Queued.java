package org.evidencewatch.review;

import java.util.List;

/**
 * A company that was given new reasons.
 *
 * @param company its slug
 * @param lane of its work item now
 * @param reasons a short line for each new one, worst first: code, words before and after, page
 */
public record Queued(String company, Lane lane, List<String> reasons) {

    public Queued {
        reasons = List.copyOf(reasons);
    }
}
