package org.evidencewatch.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads records back as they were last imported. */
final class RecordQueries {

    private final JdbcClient jdbc;

    RecordQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> id(String slug) {
        return jdbc.sql("select id from company where slug = :slug")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    List<String> slugs() {
        return jdbc.sql("select slug from company order by slug")
                .query((row, n) -> row.getString("slug"))
                .list();
    }

    /** The index {@code revision (company_id, number)} gives the newest revision that rests on an import. */
    Optional<StoredRecord> find(long company) {
        return jdbc.sql("""
                select company.*, revision.id as revision, number, score, grade, tier, rubric, last_reviewed, scope,
                       summary, at
                from company join revision on revision.company_id = company.id
                where company.id = :company and import_id is not null
                order by number desc limit 1""")
                .param("company", company)
                .query((row, n) -> stored(row))
                .optional();
    }

    private StoredRecord stored(ResultSet row) throws SQLException {
        long company = row.getLong("id");
        var record = new CompanyRecord(
                row.getString("slug"),
                row.getString("name"),
                text(row, "category"),
                text(row, "country"),
                assessment(row),
                claims(company, row.getLong("revision")),
                citations(company));
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new StoredRecord(record, row.getInt("number"), at, row.getBoolean("sample"));
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                Optional.ofNullable(row.getObject("score", Integer.class)),
                text(row, "grade"),
                text(row, "tier"),
                text(row, "rubric"),
                day(row, "last_reviewed"),
                text(row, "scope"),
                text(row, "summary"));
    }

    private record Stated(long id, Dimension dimension, int ordinal, String statement) {}

    private record Named(long claim, String url) {}

    private List<Claim> claims(long company, long revision) {
        Map<Long, List<String>> urls = jdbc
                .sql("""
                select claim_id as claim, cited_url as url
                from claim_citation join citation on citation.id = citation_id
                where company_id = :company and retired_at is null
                order by claim_id, citation_id""")
                .param("company", company)
                .query((row, n) -> new Named(row.getLong("claim"), row.getString("url")))
                .stream()
                .collect(Collectors.groupingBy(Named::claim, Collectors.mapping(Named::url, Collectors.toList())));
        return jdbc
                .sql("""
                select claim.id, dimension, ordinal, statement
                from revision_claim join claim on claim.id = claim_id
                where revision_id = :revision""")
                .param("revision", revision)
                .query((row, n) -> new Stated(
                        row.getLong("id"),
                        Dimension.withKey(row.getString("dimension")).orElseThrow(),
                        row.getInt("ordinal"),
                        row.getString("statement")))
                .stream()
                .sorted(Comparator.comparing(Stated::dimension).thenComparingInt(Stated::ordinal))
                .map(claim -> new Claim(claim.dimension(), claim.statement(), urls.getOrDefault(claim.id(), List.of())))
                .toList();
    }

    private List<CitedPage> citations(long company) {
        return jdbc.sql("""
                select kind, cited_url, title, accessed, quote_exact, quote_prefix, quote_suffix
                from citation where company_id = :company and retired_at is null
                order by kind desc, id""")
                .param("company", company)
                .query((row, n) -> new CitedPage(
                        row.getString("cited_url"),
                        row.getString("title"),
                        day(row, "accessed"),
                        CitedPage.Kind.withKey(row.getString("kind")).orElseThrow(),
                        quote(row)))
                .list();
    }

    private static Optional<Quote> quote(ResultSet row) throws SQLException {
        var exact = text(row, "quote_exact");
        return exact.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quote(
                        exact.get(),
                        text(row, "quote_prefix").orElse(""),
                        text(row, "quote_suffix").orElse("")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
