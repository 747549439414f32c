package org.evidencewatch.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.RecordContent.Link;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ArrayNode;

/** What an exported data set brings beside records, as rows; and records with the places that their claims have. */
final class DataSetTables {

    private final JdbcClient jdbc;

    DataSetTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record as it stands, and the number of its revision. */
    record Current(int revision, RecordContent content) {}

    /** A company's record; empty where it has no revision yet. */
    Optional<Current> current(long company) {
        return jdbc.sql("""
                        select o.name, o.category, o.country, r.* from company o
                        join revision r on r.company_id = o.id
                        where o.id = :company order by r.number desc limit 1""")
                .param("company", company)
                .query((row, n) -> new Current(row.getInt("number"), content(company, row)))
                .optional();
    }

    private RecordContent content(long company, ResultSet row) throws SQLException {
        return new RecordContent(
                row.getString("name"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("country")),
                RecordQueries.assessment(row),
                claims(company),
                pages(company),
                links(company));
    }

    private Map<ClaimPlace, String> claims(long company) {
        var claims = new LinkedHashMap<ClaimPlace, String>();
        jdbc.sql("select * from current_claim where company_id = :company")
                .param("company", company)
                .query(row -> {
                    claims.put(place(row), row.getString("statement"));
                });
        return claims;
    }

    private Map<String, CitedPage> pages(long company) {
        var pages = new LinkedHashMap<String, CitedPage>();
        jdbc.sql("""
                        select s.url, t.* from citation t join source s on s.id = t.source_id
                        where t.company_id = :company and t.retired_at is null order by t.id""").param("company", company).query(row -> {
            pages.put(row.getString("url"), RecordQueries.page(row));
        });
        return pages;
    }

    private Set<Link> links(long company) {
        return new HashSet<>(jdbc.sql("""
                        select k.dimension, k.ordinal, s.url from current_claim k
                        join claim_citation n on n.claim_id = k.claim_id
                        join citation t on t.id = n.citation_id and t.retired_at is null
                        join source s on s.id = t.source_id
                        where k.company_id = :company""")
                .param("company", company)
                .query((row, n) -> new Link(place(row), row.getString("url")))
                .list());
    }

    private static ClaimPlace place(ResultSet row) throws SQLException {
        return new ClaimPlace(Dimension.withKey(row.getString("dimension")).orElseThrow(), row.getInt("ordinal"));
    }

    /** Adds the revision with the number that it has where it was published. */
    long revise(
            long company, long file, int number, Assessment assessment, Optional<String> importDigest, Instant now) {
        return jdbc.sql("""
                        insert into revision (company_id, number, import_id, score, grade, tier, rubric, last_reviewed,
                                              scope, summary, content_digest, at)
                        values (:company, :number, :file, :score, :grade, :tier, :rubric, :reviewed, :scope, :summary,
                                :digest, :now)
                        returning id""")
                .param("company", company)
                .param("number", number)
                .param("file", file)
                .param("score", assessment.score().orElse(null))
                .param("grade", assessment.grade().orElse(null))
                .param("tier", assessment.tier().orElse(null))
                .param("rubric", assessment.rubric().orElse(null))
                .param("reviewed", assessment.lastReviewed().orElse(null))
                .param("scope", assessment.scope().orElse(null))
                .param("summary", assessment.summary().orElse(null))
                .param("digest", importDigest.orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Keeps how pages and claims stood, where that is news and nothing newer is known. What is said of a claim that is not
     * stated so here is left out. Index published_check_latest.
     *
     * @param rows with the columns of {@code said} below
     * @return how many were kept
     */
    int check(long company, ArrayNode rows, Instant now) {
        return jdbc.sql("""
                        with said as (
                            select t.id as citation_id, k.claim_id, k.revision_id, r.*
                            from jsonb_to_recordset(cast(:rows as jsonb)) as r(source text, dimension text, ordinal int,
                                statement text, confirmed_at timestamptz, snapshot text, seen_by text, words text,
                                unreadable_since timestamptz)
                            join source s on s.url = r.source
                            join citation t on t.source_id = s.id and t.company_id = :company and t.retired_at is null
                            left join current_claim k on k.company_id = :company and k.dimension = r.dimension
                                and k.ordinal = r.ordinal and k.statement = r.statement
                            where (r.dimension is null) = (k.claim_id is null)
                        )
                        insert into published_check (company_id, citation_id, claim_id, revision_id, confirmed_at,
                            snapshot, seen_by, words, unreadable_since, at)
                        select :company, n.citation_id, n.claim_id, n.revision_id, n.confirmed_at, n.snapshot, n.seen_by,
                            n.words, n.unreadable_since, :now
                        from said n
                        left join lateral (
                            select x.* from published_check x
                            left join revision_claim w on w.revision_id = x.revision_id and w.claim_id = x.claim_id
                            where x.citation_id = n.citation_id and x.claim_id is not distinct from n.claim_id
                              and w.statement is not distinct from n.statement
                            order by x.id desc limit 1) e on true
                        where (e.confirmed_at is null or n.confirmed_at >= e.confirmed_at)
                          and (n.confirmed_at, n.snapshot, n.seen_by, n.words, n.unreadable_since)
                              is distinct from (e.confirmed_at, e.snapshot, e.seen_by, e.words, e.unreadable_since)""")
                .param("company", company)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rows", rows.toString())
                .update();
    }

    /** Keeps corrections that are not known; how many. */
    int correct(long company, ArrayNode corrections, Instant now) {
        return jdbc.sql("""
                        insert into published_correction (id, company_id, content, at)
                        select cast(replace(c ->> 'id', 'urn:uuid:', '') as uuid), :company, c, :now
                        from jsonb_array_elements(cast(:corrections as jsonb)) c
                        on conflict do nothing""")
                .param("company", company)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("corrections", corrections.toString())
                .update();
    }

    /** Keeps why the company is to be scored again, where that is not known; how many. */
    int rescore(long company, int revision, ArrayNode reasons, Instant now) {
        return jdbc.sql("""
                        insert into published_rescore (id, company_id, revision, content, at)
                        select cast(replace(c ->> 'id', 'urn:uuid:', '') as uuid), :company, :revision, c, :now
                        from jsonb_array_elements(cast(:reasons as jsonb)) c
                        on conflict do nothing""")
                .param("company", company)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("revision", revision)
                .param("reasons", reasons.toString())
                .update();
    }
}
