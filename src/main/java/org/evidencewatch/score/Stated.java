package org.evidencewatch.score;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyRecord;

/**
 * What a record states.
 *
 * @param summary what it says in sum, which speaks for a claim that states nothing itself (a bare address)
 */
public record Stated(List<Claim> claims, Optional<String> summary) {

    public Stated {
        claims = List.copyOf(claims);
    }

    /** What a published record states. */
    public static Stated of(CompanyRecord record) {
        return new Stated(record.claims(), record.assessment().summary());
    }
}
