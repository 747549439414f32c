package org.evidencewatch.review;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which claims of a company rest on a page. */
@Repository
class RestingClaims {

    private final JdbcClient db;

    RestingClaims(JdbcClient db) {
        this.db = db;
    }

    /** The claims that rest on the page of a change. Indexes citation (company_id, source_id), claim_verdict_latest. */
    List<RestingClaim> on(long company, long change) {
        return db.sql("""
                        select p.dimension, p.ordinal, s.quote_found,
                            coalesce(s.read = 'good' and s.verdict in ('supported', 'reworded'), false) as stands,
                            (select count(*) from claim_standing v
                             where v.company_id = p.company_id and v.claim_id = p.claim_id
                               and v.citation_id <> p.citation_id and v.verdict in ('supported', 'reworded')) as supporting
                        from claim_page p
                        left join claim_standing s on s.company_id = p.company_id and s.claim_id = p.claim_id
                            and s.citation_id = p.citation_id
                        where p.company_id = :company
                          and p.source_id = (select source_id from change where id = :change)
                          and (s.id is not null or exists (select 1 from claim_citation n
                               where n.claim_id = p.claim_id and n.citation_id = p.citation_id))
                        order by p.dimension, p.ordinal
                        """)
                .param("company", company)
                .param("change", change)
                .query((row, n) -> new RestingClaim(
                        new ClaimPlace(
                                Dimension.withKey(row.getString("dimension")).orElseThrow(), row.getInt("ordinal")),
                        row.getInt("supporting"),
                        row.getBoolean("stands"),
                        Optional.ofNullable(row.getString("quote_found"))))
                .list();
    }
}
