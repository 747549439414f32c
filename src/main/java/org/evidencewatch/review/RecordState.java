package org.evidencewatch.review;

import java.util.List;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.Claim;
import org.evidencewatch.score.Stated;

/**
 * A record as its newest revision has it.
 *
 * @param revision id of that revision
 * @param number of that revision
 * @param claims in the order of the rubric
 */
record RecordState(long company, long revision, int number, Assessment assessment, List<RecordClaim> claims) {

    RecordState {
        claims = List.copyOf(claims);
    }

    /** What the rubric is laid beside. */
    Stated stated() {
        return stated(claims);
    }

    /** The same, with other claims. */
    Stated stated(List<RecordClaim> others) {
        return new Stated(
                others.stream()
                        .map(claim -> new Claim(claim.dimension(), claim.statement(), List.of()))
                        .toList(),
                assessment.summary());
    }
}
