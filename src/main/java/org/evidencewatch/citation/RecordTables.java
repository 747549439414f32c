package org.evidencewatch.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Quote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes records. Statements work on sets, so that a record costs the same few statements however much it cites. */
final class RecordTables {

    private final JdbcClient jdbc;

    RecordTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds a company until the transaction ends. */
    Optional<Long> lock(String slug) {
        return jdbc.sql("select id from company where slug = :slug for update")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    /** The new company's id; empty when another import was quicker. */
    Optional<Long> add(String slug, String name, boolean sample, Instant now) {
        return jdbc.sql("""
                insert into company (slug, name, sample, created_at) values (:slug, :name, :sample, :now)
                on conflict (slug) do nothing returning id""")
                .param("slug", slug)
                .param("name", name)
                .param("sample", sample)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The slug of the company that is known by this slug or name, or the given one. */
    String slugOf(String slug, String name) {
        return jdbc.sql("""
                select slug from company where slug = :slug or lower(name) = lower(:name)
                order by slug <> :slug, id limit 1""")
                .param("slug", slug)
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse(slug);
    }

    void describe(long company, RecordContent content) {
        jdbc.sql("update company set name = :name, category = :category, country = :country where id = :id")
                .param("name", content.name())
                .param("category", content.category().orElse(null))
                .param("country", content.country().orElse(null))
                .param("id", company)
                .update();
    }

    /** Whether it was a sample until now. */
    boolean makeReal(long company) {
        return jdbc.sql("update company set sample = false where id = :id and sample")
                        .param("id", company)
                        .update()
                > 0;
    }

    /** Adds or renews citations, and their sources; in the order of addresses, so that importers never deadlock. */
    void cite(long company, Map<String, CitedPage> pages, Instant now) {
        var urls = pages.keySet().toArray(String[]::new);
        addSources(urls, now);
        jdbc.sql("""
                insert into citation (company_id, source_id, kind, cited_url, title, accessed,
                                      quote_exact, quote_prefix, quote_suffix, import_digest, created_at)
                select :company, source.id, kind, cited, title, cast(accessed as date), exact, prefix, suffix, digest, :now
                from unnest(cast(:urls as text[]), cast(:kinds as text[]), cast(:cited as text[]),
                            cast(:titles as text[]), cast(:accessed as text[]), cast(:exact as text[]),
                            cast(:prefix as text[]), cast(:suffix as text[]), cast(:digests as text[])) with ordinality
                     as page (url, kind, cited, title, accessed, exact, prefix, suffix, digest, place)
                join source on source.url = page.url
                order by place
                on conflict (company_id, source_id) do update
                set kind = excluded.kind, cited_url = excluded.cited_url, title = excluded.title,
                    accessed = excluded.accessed, quote_exact = excluded.quote_exact,
                    quote_prefix = excluded.quote_prefix, quote_suffix = excluded.quote_suffix,
                    import_digest = excluded.import_digest, retired_at = null""")
                .param("company", company)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("urls", urls)
                .param("kinds", column(pages, page -> page.kind().key()))
                .param("cited", column(pages, CitedPage::url))
                .param("titles", column(pages, CitedPage::title))
                .param("digests", column(pages, RecordDigest::of))
                .param(
                        "accessed",
                        column(
                                pages,
                                page -> page.accessed().map(LocalDate::toString).orElse(null)))
                .param(
                        "exact",
                        column(pages, page -> page.quote().map(Quote::exact).orElse(null)))
                .param(
                        "prefix",
                        column(pages, page -> page.quote().map(Quote::prefix).orElse(null)))
                .param(
                        "suffix",
                        column(pages, page -> page.quote().map(Quote::suffix).orElse(null)))
                .update();
    }

    /** The addresses of sources by those of their aliases, so far as these are no sources themselves. Index source_alias_url. */
    Map<String, String> sourcesByAlias(Collection<CitedPage> cited) {
        return sourcesByAlias(
                cited.stream().map(page -> CanonicalUrl.of(page.url()).url()).toArray(String[]::new));
    }

    /** The address of the source that is read for that canonical address. */
    String sourceOf(String canonical) {
        return sourcesByAlias(new String[] {canonical}).getOrDefault(canonical, canonical);
    }

    private Map<String, String> sourcesByAlias(String[] urls) {
        var known = new HashMap<String, String>();
        jdbc.sql("""
                select distinct on (a.url) a.url, s.url
                from source_alias a join source s on s.id = a.source_id
                where a.url = any (cast(:urls as text[]))
                  and not exists (select 1 from source o where o.url = a.url)
                order by a.url, a.source_id""").param("urls", urls).query(row -> {
            known.put(row.getString(1), row.getString(2));
        });
        return known;
    }

    private void addSources(String[] urls, Instant now) {
        var hosts = Arrays.stream(urls).map(url -> CanonicalUrl.of(url).host()).toArray(String[]::new);
        jdbc.sql("""
                insert into source (url, host, created_at)
                select url, host, :now from unnest(cast(:urls as text[]), cast(:hosts as text[])) as page (url, host)
                order by url
                on conflict (url) do nothing""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("urls", urls)
                .param("hosts", hosts)
                .update();
    }

    /** Retires the company's citations of other pages than these. */
    void retireOthers(long company, Collection<String> pages, Instant now) {
        jdbc.sql("""
                update citation set retired_at = :now, import_digest = null
                where company_id = :company and retired_at is null
                  and source_id not in (select id from source where url = any (cast(:urls as text[])))""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("company", company)
                .param("urls", pages.toArray(String[]::new))
                .update();
    }

    /** One row for a file of one import, however many of its records need it; each is the basis of one revision of a company. */
    long importId(ImportFile file, long company) {
        return jdbc.sql("""
                select id from import_file where name = :name and digest = :digest and at = :at
                  and not exists (select 1 from revision where company_id = :company and import_id = import_file.id)
                order by id limit 1""")
                .param("company", company)
                .param("name", file.name())
                .param("digest", file.digest())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElseGet(() -> addImport(file));
    }

    private long addImport(ImportFile file) {
        return jdbc.sql("""
                insert into import_file (name, format, digest, at) values (:name, :format, :digest, :at)
                returning id""")
                .param("name", file.name())
                .param("format", file.format().key())
                .param("digest", file.digest())
                .param("at", file.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Appends the next revision of a locked company. */
    long revise(long company, long importId, Assessment assessment, String digest, Instant now) {
        return jdbc.sql("""
                insert into revision (company_id, number, import_id, score, grade, tier, rubric, last_reviewed, scope,
                                      summary, content_digest, at)
                select :company, coalesce(max(number) + 1, 0), :import, :score, :grade, :tier, :rubric, :reviewed,
                       :scope, :summary, :digest, :now
                from revision where company_id = :company
                returning id""")
                .param("company", company)
                .param("import", importId)
                .param("score", assessment.score().orElse(null))
                .param("grade", assessment.grade().orElse(null))
                .param("tier", assessment.tier().orElse(null))
                .param("rubric", assessment.rubric().orElse(null))
                .param("reviewed", assessment.lastReviewed().orElse(null))
                .param("scope", assessment.scope().orElse(null))
                .param("summary", assessment.summary().orElse(null))
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Writes the claims of a revision, and links each claim to the citations that it names now. */
    void claim(long company, long revision, RecordContent content) {
        var places = List.copyOf(content.claims().keySet());
        var dimensions = places.stream().map(place -> place.dimension().key()).toArray(String[]::new);
        var ordinals = places.stream().map(ClaimPlace::ordinal).toArray(Integer[]::new);
        jdbc.sql("""
                insert into claim (company_id, dimension, ordinal)
                select :company, dimension, ordinal
                from unnest(cast(:dimensions as text[]), cast(:ordinals as int[])) as place (dimension, ordinal)
                on conflict (company_id, dimension, ordinal) do nothing""")
                .param("company", company)
                .param("dimensions", dimensions)
                .param("ordinals", ordinals)
                .update();
        jdbc.sql("""
                insert into revision_claim (revision_id, claim_id, statement)
                select :revision, claim.id, stated.statement
                from unnest(cast(:dimensions as text[]), cast(:ordinals as int[]), cast(:statements as text[]))
                     as stated (dimension, ordinal, statement)
                join claim on claim.company_id = :company and claim.dimension = stated.dimension
                          and claim.ordinal = stated.ordinal""")
                .param("revision", revision)
                .param("company", company)
                .param("dimensions", dimensions)
                .param("ordinals", ordinals)
                .param("statements", content.claims().values().toArray(String[]::new))
                .update();
        link(company, List.copyOf(content.links()));
    }

    private void link(long company, List<RecordContent.Link> links) {
        jdbc.sql("delete from claim_citation where claim_id in (select id from claim where company_id = :company)")
                .param("company", company)
                .update();
        jdbc.sql("""
                insert into claim_citation (claim_id, citation_id)
                select claim.id, citation.id
                from unnest(cast(:dimensions as text[]), cast(:ordinals as int[]), cast(:urls as text[]))
                     as link (dimension, ordinal, url)
                join claim on claim.company_id = :company and claim.dimension = link.dimension
                          and claim.ordinal = link.ordinal
                join source on source.url = link.url
                join citation on citation.company_id = :company and citation.source_id = source.id""")
                .param("company", company)
                .param(
                        "dimensions",
                        links.stream().map(l -> l.place().dimension().key()).toArray(String[]::new))
                .param("ordinals", links.stream().map(l -> l.place().ordinal()).toArray(Integer[]::new))
                .param("urls", links.stream().map(RecordContent.Link::page).toArray(String[]::new))
                .update();
    }

    /** The index published the company anew: nobody waits for its score any more. Index rescore_open. */
    void rescored(long company, Instant now) {
        jdbc.sql("""
                update rescore set done_at = :now, done_as = 'imported'
                where company_id = :company and done_at is null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("company", company)
                .update();
    }

    private static @Nullable String[] column(
            Map<String, CitedPage> pages, Function<CitedPage, @Nullable String> field) {
        return pages.values().stream().map(field).toArray(String[]::new);
    }
}
