package org.evidencewatch.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
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

/** Reads records back. */
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

    /** The record as it stands. The index {@code revision (company_id, number)} gives the newest revision. */
    Optional<StoredRecord> find(long company) {
        return find(company, false);
    }

    /** The claims and the score of its newest import, with the citations of now. */
    Optional<StoredRecord> imported(long company) {
        return find(company, true);
    }

    private Optional<StoredRecord> find(long company, boolean imported) {
        return jdbc.sql("""
                select company.*, revision.id as revision, number, import_id, rubric_version, decision_id, score, grade,
                       tier, rubric, last_reviewed, scope, summary, at,
                       (select max(i.at) from revision i where i.company_id = company.id and i.import_id is not null)
                           as imported_at
                from company join revision on revision.company_id = company.id
                where company.id = :company and (import_id is not null or not :imported)
                order by number desc limit 1""")
                .param("company", company)
                .param("imported", imported)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** The digest of what the newest import said; empty where that is from before there were any. */
    Optional<String> importDigest(long company) {
        return jdbc.sql("""
                select content_digest from revision where company_id = :company and import_id is not null
                order by number desc limit 1""").param("company", company).query((row, n) -> text(row, "content_digest")).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether a person ever changed a citation of it. */
    boolean repaired(long company) {
        return jdbc.sql("select exists (select 1 from citation_repair where company_id = :company)")
                .param("company", company)
                .query(Boolean.class)
                .single();
    }

    /**
     * A citation on record.
     *
     * @param digest of what the newest import that holds it says of it
     */
    record Cited(CitedPage page, boolean retired, Optional<String> digest) {

        /** Whether an import said this before, whatever people made of the citation since. */
        boolean heard(CitedPage said) {
            return digest.map(RecordDigest.of(said)::equals).orElseGet(() -> !retired && page.equals(said));
        }
    }

    /** The company's citations, retired ones too, by the addresses of their sources. */
    Map<String, Cited> cited(long company) {
        var cited = new HashMap<String, Cited>();
        jdbc.sql("""
                select source.url as source, retired_at is not null as retired, import_digest, kind, cited_url, title,
                       accessed, quote_exact, quote_prefix, quote_suffix
                from citation join source on source.id = source_id where company_id = :company""").param("company", company).query(row -> {
            cited.put(
                    row.getString("source"),
                    new Cited(page(row), row.getBoolean("retired"), text(row, "import_digest")));
        });
        return cited;
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
        return new StoredRecord(
                record,
                row.getInt("number"),
                basis(row),
                instant(row, "at"),
                instant(row, row.getObject("imported_at") == null ? "at" : "imported_at"),
                row.getBoolean("sample"));
    }

    private static Basis basis(ResultSet row) throws SQLException {
        if (row.getObject("import_id") != null) {
            return new Basis.Imported();
        }
        var rubric = text(row, "rubric_version");
        return rubric.isPresent() ? new Basis.Rubric(rubric.get()) : new Basis.Decided(row.getLong("decision_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Assessment assessment(ResultSet row) throws SQLException {
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
                .list()
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
                .query((row, n) -> page(row))
                .list();
    }

    static CitedPage page(ResultSet row) throws SQLException {
        return new CitedPage(
                row.getString("cited_url"),
                row.getString("title"),
                day(row, "accessed"),
                CitedPage.Kind.withKey(row.getString("kind")).orElseThrow(),
                quote(row));
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
