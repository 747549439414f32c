package org.evidencewatch.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records as they stand, one query for all companies, in the order of their slugs. The streams are of the caller's
 * transaction, and are to be closed.
 */
@Repository
class RecordRows {

    /** How many rows are fetched at once. */
    static final int FETCH = 500;

    private final JdbcClient db;

    RecordRows(JdbcClient db) {
        this.db = db;
    }

    /** A company's record, without claims and citations. */
    record Head(CompanyRecord record, int revision, boolean sample, Optional<String> importDigest) {}

    /** A claim, without its pages. */
    record Stated(Dimension dimension, int ordinal, String statement) {}

    /** A citation that a claim names. */
    record Named(Dimension dimension, int ordinal, String url) {}

    Stream<Head> companies() {
        return db.sql("""
                        select o.slug, o.name, o.category, o.country, o.sample, r.number, r.score, r.grade, r.tier,
                               r.rubric, r.last_reviewed, r.scope, r.summary, i.content_digest
                        from company o
                        join lateral (select * from revision r where r.company_id = o.id
                                      order by r.number desc limit 1) r on true
                        left join lateral (select content_digest from revision i
                                           where i.company_id = o.id and i.import_id is not null
                                           order by i.number desc limit 1) i on true
                        order by o.slug collate "C"
                        """).withFetchSize(FETCH).query((row, n) -> head(row)).stream();
    }

    Shelf<Stated> claims() {
        return new Shelf<>(db
                .sql("""
                        select o.slug, k.dimension, k.ordinal, k.statement
                        from current_claim k join company o on o.id = k.company_id
                        order by o.slug collate "C"
                        """)
                .withFetchSize(FETCH)
                .query((row, n) -> new Shelf.Of<>(
                        row.getString("slug"),
                        new Stated(Row.dimension(row), row.getInt("ordinal"), row.getString("statement"))))
                .stream());
    }

    Shelf<Named> named() {
        return new Shelf<>(db
                .sql("""
                        select o.slug, k.dimension, k.ordinal, t.cited_url
                        from claim_citation n
                        join claim k on k.id = n.claim_id
                        join citation t on t.id = n.citation_id and t.retired_at is null
                        join company o on o.id = k.company_id
                        order by o.slug collate "C"
                        """)
                .withFetchSize(FETCH)
                .query((row, n) -> new Shelf.Of<>(
                        row.getString("slug"),
                        new Named(Row.dimension(row), row.getInt("ordinal"), row.getString("cited_url"))))
                .stream());
    }

    private static Head head(ResultSet row) throws SQLException {
        var assessment = new Assessment(
                Row.number(row, "score"),
                Row.text(row, "grade"),
                Row.text(row, "tier"),
                Row.text(row, "rubric"),
                Row.day(row, "last_reviewed"),
                Row.text(row, "scope"),
                Row.text(row, "summary"));
        var record = new CompanyRecord(
                row.getString("slug"),
                row.getString("name"),
                Row.text(row, "category"),
                Row.text(row, "country"),
                assessment,
                List.of(),
                List.of());
        return new Head(record, row.getInt("number"), row.getBoolean("sample"), Row.text(row, "content_digest"));
    }
}
