package org.evidencewatch.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Address;
import org.evidencewatch.company.Quote;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Citations one by one, and the log of their repairs, as rows. */
final class RepairTables {

    private static final String CITATIONS = """
            select t.id, t.company_id, c.slug, t.source_id, s.url, t.kind, t.cited_url, t.title, t.accessed, t.quote_exact,
                   t.quote_prefix, t.quote_suffix, t.retired_at is not null as retired
            from citation t join company c on c.id = t.company_id join source s on s.id = t.source_id
            """;

    private final JdbcClient jdbc;
    private final RepairNotes notes = new RepairNotes();

    RepairTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A citation on record.
     *
     * @param page the canonical address of its source
     */
    record Cited(long id, long company, String slug, long source, String page, CitationState state) {}

    /** A repair that nobody has undone. */
    record Logged(long id, Repair repair) {}

    /** The citation, with its company held until the transaction ends, as an import holds it. */
    Optional<Cited> hold(long citation) {
        jdbc.sql("""
                select id from company where id = (select company_id from citation where id = :id) for update""").param("id", citation).query(Long.class).optional();
        return find(citation);
    }

    Optional<Cited> find(long citation) {
        return jdbc.sql(CITATIONS + "where t.id = :id")
                .param("id", citation)
                .query((row, n) -> cited(row))
                .optional();
    }

    /** The company's citation of that source, retired or not. Index citation (company_id, source_id). */
    Optional<Cited> citing(long company, String page) {
        return jdbc.sql(CITATIONS + "where t.company_id = :company and s.url = :page")
                .param("company", company)
                .param("page", page)
                .query((row, n) -> cited(row))
                .optional();
    }

    /** The company's citation by that address of its page; one that is not retired first, then one of that very address. */
    Optional<Long> citationOf(String slug, String url) {
        return jdbc.sql("""
                select t.id from citation t join company c on c.id = t.company_id join source s on s.id = t.source_id
                where c.slug = :slug and (s.url = :url or exists (
                    select 1 from source_alias a where a.source_id = s.id and a.url = :url))
                order by t.retired_at is null desc, s.url = :url desc, t.id limit 1""")
                .param("slug", slug)
                .param("url", url)
                .query(Long.class)
                .optional();
    }

    /** Whether the company rests on other evidence than this. */
    boolean hasOtherEvidence(Cited citation) {
        return jdbc.sql("""
                select exists (select 1 from citation where company_id = :company and id <> :id and kind = 'evidence'
                               and retired_at is null)""")
                .param("company", citation.company())
                .param("id", citation.id())
                .query(Boolean.class)
                .single();
    }

    boolean isSource(String url) {
        return jdbc.sql("select exists (select 1 from source where url = :url)")
                .param("url", url)
                .query(Boolean.class)
                .single();
    }

    /** Whether that is on record as another address of the source. */
    boolean isAlias(String url, long source) {
        return jdbc.sql("select exists (select 1 from source_alias where source_id = :source and url = :url)")
                .param("source", source)
                .param("url", url)
                .query(Boolean.class)
                .single();
    }

    /** A new citation of that page by the company, whose source is made where it is new. */
    long cite(long company, Address.Page page, CitationState state, Instant at) {
        jdbc.sql("insert into source (url, host, created_at) values (:url, :host, :at) on conflict (url) do nothing")
                .param("url", page.url())
                .param("host", page.host())
                .param("at", Timestamp.from(at))
                .update();
        long id = jdbc.sql("""
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select :company, id, 'evidence', '', '', :at from source where url = :url returning id""")
                .param("company", company)
                .param("url", page.url())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        write(id, state, at);
        return id;
    }

    /** Makes a citation what the state says; one that is retired already stays so since then. */
    void write(long citation, CitationState state, Instant at) {
        jdbc.sql("""
                update citation set kind = :kind, cited_url = :url, title = :title, accessed = :accessed,
                    quote_exact = :exact, quote_prefix = :prefix, quote_suffix = :suffix,
                    retired_at = case when :retired then coalesce(retired_at, :at) end
                where id = :id""")
                .param("id", citation)
                .param("kind", state.kind())
                .param("url", state.url())
                .param("title", state.title())
                .param("accessed", state.accessed().orElse(null))
                .param("exact", state.quote().map(Quote::exact).orElse(null))
                .param("prefix", state.quote().map(Quote::prefix).orElse(null))
                .param("suffix", state.quote().map(Quote::suffix).orElse(null))
                .param("retired", state.retired())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Lets the claims that rest on one citation rest on another too; those for which that is new. */
    List<Long> link(long from, long to) {
        return jdbc.sql("""
                insert into claim_citation (claim_id, citation_id)
                select claim_id, :to from claim_citation where citation_id = :from order by claim_id
                on conflict do nothing returning claim_id""")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    void unlink(List<Long> claims, long citation) {
        jdbc.sql("delete from claim_citation where citation_id = :citation and claim_id = any (:claims)")
                .param("citation", citation)
                .param("claims", claims.toArray(Long[]::new))
                .update();
    }

    /** Writes a repair down; the number of its row. */
    long log(long company, Repair repair, Authority by, Optional<Long> undoes) {
        return jdbc.sql("""
                insert into citation_repair (company_id, citation_id, kind, replacement_id, before, after, decision_id,
                                             undoes, reviewer, why, at)
                values (:company, :citation, :kind, :replacement, cast(:before as jsonb), cast(:after as jsonb),
                        :decision, :undoes, :reviewer, :why, :at)
                returning id""")
                .param("company", company)
                .param("citation", repair.citation())
                .param("kind", repair.kind().word())
                .param(
                        "replacement",
                        repair.replacement().map(Repair.Replacement::citation).orElse(null))
                .param("before", notes.before(repair))
                .param("after", notes.after(repair))
                .param("decision", by.decision().orElse(null))
                .param("undoes", undoes.orElse(null))
                .param("reviewer", by.reviewer())
                .param("why", by.why())
                .param("at", Timestamp.from(by.at()))
                .query(Long.class)
                .single();
    }

    /** The repairs of a decision that nobody has undone, the newest first. Index citation_repair_decision. */
    List<Logged> standing(long decision) {
        return jdbc.sql("""
                select r.id, r.kind, r.citation_id, r.replacement_id, r.before, r.after from citation_repair r
                where r.decision_id = :decision and r.kind <> 'undone'
                  and not exists (select 1 from citation_repair u where u.undoes = r.id)
                order by r.id desc""")
                .param("decision", decision)
                .query((row, n) -> logged(row))
                .list();
    }

    private Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("id"),
                notes.read(
                        Repair.Kind.ofWord(row.getString("kind")),
                        row.getLong("citation_id"),
                        Optional.ofNullable(row.getObject("replacement_id", Long.class)),
                        row.getString("before"),
                        row.getString("after")));
    }

    private static Cited cited(ResultSet row) throws SQLException {
        return new Cited(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getString("slug"),
                row.getLong("source_id"),
                row.getString("url"),
                CitationState.of(RecordQueries.page(row), row.getBoolean("retired")));
    }
}
