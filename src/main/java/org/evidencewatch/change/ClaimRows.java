package org.evidencewatch.change;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record of a company's claims, for showing them. */
@Repository
class ClaimRows {

    private final JdbcClient jdbc;

    ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Company(long id, String slug, String name) {}

    /** A page of a claim, without its links. */
    record PageRow(
            long claim,
            long citation,
            String url,
            String title,
            Optional<LocalDate> accessed,
            Optional<String> platform,
            boolean posts,
            Optional<ClaimVerdicts.Standing> standing,
            ReadQuality read,
            Optional<Instant> readAt,
            Optional<Long> response,
            Optional<Boolean> sufficient,
            Optional<String> tested) {}

    Optional<Company> company(String slug) {
        return jdbc.sql("select id, slug, name from company where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> new Company(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The claims in the order of the rubric. */
    List<StatedClaim> claims(long company) {
        return jdbc.sql("""
                        select k.*, r.summary from current_claim k join revision r on r.id = k.revision_id
                        where k.company_id = :company
                        order by array_position(array['channels', 'cancellation_page', 'pause', 'refund', 'deletion',
                            'billing'], k.dimension), k.ordinal""")
                .param("company", company)
                .query((row, n) -> new StatedClaim(
                        row.getLong("claim_id"),
                        row.getLong("company_id"),
                        row.getLong("revision_id"),
                        Dimension.withKey(row.getString("dimension")).orElseThrow(),
                        row.getInt("ordinal"),
                        row.getString("statement"),
                        Optional.ofNullable(row.getString("summary"))))
                .list();
    }

    List<PageRow> pages(long company) {
        return jdbc.sql("""
                        select p.claim_id, p.citation_id, s.url, t.title, t.accessed, n.platform, n.posts, n.sufficient,
                            n.tested, v.verdict, v.read, v.value_found, v.quote_found, a.good, a.outcome, g.at as read_at,
                            coalesce(g.refers_to, g.id) as response_id
                        from claim_page p
                        join citation t on t.id = p.citation_id
                        join source s on s.id = p.source_id
                        left join lateral (select x.* from claim_reading x
                            join revision_claim c on c.revision_id = x.revision_id and c.claim_id = x.claim_id
                            where x.claim_id = p.claim_id and x.citation_id = p.citation_id
                              and c.statement = p.statement
                            order by x.id desc limit 1) n on true
                        left join claim_standing v on v.claim_id = p.claim_id and v.citation_id = p.citation_id
                            and v.company_id = p.company_id
                        left join lateral (select x.good, x.outcome from capture x where x.source_id = p.source_id
                            and x.outcome not in ('DEFERRED', 'STOPPED') order by x.id desc limit 1) a on true
                        left join lateral (select x.id, x.refers_to, x.at from capture x
                            where x.source_id = p.source_id and x.good
                              and not exists (select 1 from quarantine q where q.capture_id = x.id)
                            order by x.id desc limit 1) g on true
                        where p.company_id = :company
                        order by p.claim_id, p.citation_id""")
                .param("company", company)
                .query((row, n) -> page(row))
                .list();
    }

    /** The addresses of all pages that a company cites as evidence. */
    List<URI> cited(long company) {
        return jdbc.sql("""
                        select s.url from citation t join source s on s.id = t.source_id
                        where t.company_id = :company and t.retired_at is null and t.kind = 'evidence'""")
                .param("company", company)
                .query((row, n) -> URI.create(row.getString(1)))
                .list();
    }

    /** Pages of a host whose newest text, read for a claim of that dimension, states something of its kind. */
    Set<String> stating(String host, Dimension dimension) {
        return Set.copyOf(jdbc.sql("""
                        select distinct s.url from source s join claim_reading x on x.source_id = s.id
                        join claim k on k.id = x.claim_id
                        where s.host = :host and x.sufficient and k.dimension = :dimension
                          and x.id = (select max(y.id) from claim_reading y
                                      where y.claim_id = x.claim_id and y.citation_id = x.citation_id)""")
                .param("host", host)
                .param("dimension", dimension.key())
                .query((row, n) -> row.getString(1))
                .list());
    }

    private static PageRow page(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new PageRow(
                row.getLong("claim_id"),
                row.getLong("citation_id"),
                row.getString("url"),
                row.getString("title"),
                Optional.ofNullable(row.getObject("accessed", LocalDate.class)),
                Optional.ofNullable(row.getString("platform")),
                row.getBoolean("posts"),
                row.getString("verdict") == null ? Optional.empty() : Optional.of(ClaimVerdicts.standing(row)),
                outcome == null ? ReadQuality.NEVER : ReadQuality.of(row.getBoolean("good"), outcome),
                Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("response_id", Long.class)),
                Optional.ofNullable(row.getObject("sufficient", Boolean.class)),
                Optional.ofNullable(row.getString("tested")));
    }
}
