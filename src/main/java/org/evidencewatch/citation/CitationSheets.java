package org.evidencewatch.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.CitedPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists what a company cites, and what people changed of it. Reads only. */
@Repository
public class CitationSheets {

    private static final String SINGLE = """
            select t.id, t.kind, t.cited_url, t.title, t.accessed, t.quote_exact, t.quote_prefix, t.quote_suffix,
                   t.retired_at, s.url, s.id as source, c.slug, c.name
            from citation t
            join source s on s.id = t.source_id
            join company c on c.id = t.company_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    CitationSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The citations of a company, those in force first, and its repairs, the newest first. */
    public record Sheet(String company, List<Listed> citations, List<Repaired> repairs) {}

    /**
     * One citation.
     *
     * @param page the canonical address of its source, which may be another spelling or name of what is cited
     * @param retired since when it is none any more
     */
    public record Listed(long id, CitedPage cited, String page, Optional<Instant> retired) {}

    /**
     * One repair.
     *
     * @param before the citation as it was: {@code url, title, accessed, kind, quote, retired}
     * @param after what stands in its place
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Repaired(
            long id,
            String kind,
            long citation,
            Optional<Long> replacement,
            Optional<Long> decision,
            Optional<Long> undoes,
            JsonNode before,
            JsonNode after,
            String by,
            String why,
            Instant at) {}

    /** Empty where there is no company of that slug. */
    public Optional<Sheet> of(String slug) {
        return new RecordQueries(jdbc).id(slug).map(company -> new Sheet(slug, citations(company), repairs(company)));
    }

    /**
     * One citation, whose it is, and the source behind it.
     *
     * @param company the slug of the company that cites
     */
    public record Single(Listed citation, long source, String company, String name) {}

    /** The citation of that id, retired or not. Index citation_pkey. */
    public Optional<Single> find(long id) {
        return jdbc.sql(SINGLE + "where t.id = :id")
                .param("id", id)
                .query((row, n) -> single(row))
                .optional();
    }

    /**
     * So many citations behind an id, retired or not, of all companies or of the one with that slug. Walks citation_pkey, or
     * what citation_company_id_source_id_key has of the company.
     */
    public List<Single> behind(long id, Optional<String> company, int most) {
        String theirs = company.isPresent() ? "and t.company_id = (select id from company where slug = :company)" : "";
        return jdbc.sql(SINGLE + "where t.id > :id " + theirs + " order by t.id limit :most")
                .param("id", id)
                .param("company", company.orElse(""))
                .param("most", most)
                .query((row, n) -> single(row))
                .list();
    }

    /** Words that a company quotes from a page. */
    public record Quoted(String company, String words) {}

    /** What companies quote from a source now, in the order of their citations; so many at most. Index citation_source. */
    public List<Quoted> quotes(long source, int most) {
        return jdbc.sql("""
                        select c.name, t.quote_exact from citation t join company c on c.id = t.company_id
                        where t.source_id = :source and t.retired_at is null and t.quote_exact <> ''
                        order by t.id limit :most""")
                .param("source", source)
                .param("most", most)
                .query((row, n) -> new Quoted(row.getString("name"), row.getString("quote_exact")))
                .list();
    }

    private List<Listed> citations(long company) {
        return jdbc.sql("""
                select t.id, t.kind, t.cited_url, t.title, t.accessed, t.quote_exact, t.quote_prefix, t.quote_suffix,
                       t.retired_at, s.url
                from citation t join source s on s.id = t.source_id where t.company_id = :company
                order by t.retired_at is not null, t.kind desc, t.id""")
                .param("company", company)
                .query((row, n) -> listed(row))
                .list();
    }

    private static Single single(ResultSet row) throws SQLException {
        return new Single(listed(row), row.getLong("source"), row.getString("slug"), row.getString("name"));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getLong("id"),
                RecordQueries.page(row),
                row.getString("url"),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant));
    }

    private List<Repaired> repairs(long company) {
        return jdbc.sql("select * from citation_repair where company_id = :company order by id desc")
                .param("company", company)
                .query((row, n) -> repaired(row))
                .list();
    }

    private Repaired repaired(ResultSet row) throws SQLException {
        return new Repaired(
                row.getLong("id"),
                row.getString("kind"),
                row.getLong("citation_id"),
                Optional.ofNullable(row.getObject("replacement_id", Long.class)),
                Optional.ofNullable(row.getObject("decision_id", Long.class)),
                Optional.ofNullable(row.getObject("undoes", Long.class)),
                json.readTree(row.getString("before")),
                json.readTree(row.getString("after")),
                row.getString("reviewer"),
                row.getString("why"),
                row.getTimestamp("at").toInstant());
    }
}
