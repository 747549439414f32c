package org.evidencewatch.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.PageWords;
import org.evidencewatch.company.Quote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found of cited pages, and of claims on them; by slug, in the caller's transaction, to be closed. */
@Repository
class FoundRows {

    /*
     * Capture ids tell the order of reading. While a change of a page is undecided, "unchanged" may mean "as flagged":
     * readings bear the accepted words out only before the first capture of that change, or of the chain of superseded
     * ones that led to it. What a person brought bears words out, and says nothing of what a machine can read. The
     * laterals walk capture_latest and capture_latest_good from their newest end.
     */
    private static final String CITED = """
            with undecided as (
                select source_id, min(id) as first_id
                from change_state where state in ('observed', 'open') group by source_id
            ), doubted as materialized (
                select u.source_id, min(c.capture_id) as first_capture
                from undecided u join change c on c.source_id = u.source_id and c.id <= u.first_id
                where c.id > coalesce((
                    select max(e.id) from change_state e
                    where e.source_id = u.source_id and e.id < u.first_id and e.state <> 'superseded'), 0)
                group by u.source_id
            ), page as materialized (
                select s.id, tried.id is not null as tried, borne.id as capture, borne.own_at, borne.own_snapshot,
                       borne.own_by, failing.at as failing_at
                from source s
                left join doubted d on d.source_id = s.id
                left join lateral (
                    select k.id, m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path' as elsewhere
                    from capture k left join comparison m on m.capture_id = k.id
                    where k.source_id = s.id and k.purpose <> 'manual' and k.outcome not in ('DEFERRED', 'STOPPED')
                    order by k.id desc limit 1) tried on true
                left join lateral (
                    select k.id from capture k
                    where k.source_id = s.id and k.good and k.purpose <> 'manual'
                      and not exists (select 1 from quarantine q where q.capture_id = k.id)
                    order by k.id desc limit 1) read on true
                left join lateral (
                    select k.id, coalesce(k.seen_at, k.at) as own_at, b.snapshot_digest as own_snapshot,
                           case k.purpose when 'manual' then 'reviewer' else 'machine' end as own_by
                    from capture k
                    join comparison m on m.capture_id = k.id
                    join capture b on b.id = coalesce(k.refers_to, k.id)
                    where k.source_id = s.id and k.good
                      and k.id < coalesce(d.first_capture, 9223372036854775807)
                      and m.verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted')
                      and not exists (select 1 from quarantine q where q.capture_id = k.id)
                    order by k.id desc limit 1) borne on true
                left join lateral (
                    select k.at from capture k
                    where k.source_id = s.id and k.id > coalesce(read.id, 0) and tried.elsewhere is not true
                      and k.purpose <> 'manual' and k.outcome not in ('DEFERRED', 'STOPPED')
                    order by k.id limit 1) failing on true
                where s.id in (select source_id from citation where retired_at is null)
            )
            select o.slug, t.kind, t.cited_url, t.title, t.accessed, t.quote_exact, t.quote_prefix, t.quote_suffix,
                   page.*, p.confirmed_at as published_at, p.snapshot as published_snapshot, p.seen_by as published_by,
                   p.unreadable_since
            from citation t
            join company o on o.id = t.company_id
            join page on page.id = t.source_id
            left join lateral (select * from published_check x where x.citation_id = t.id and x.claim_id is null
                               order by x.id desc limit 1) p on true
            where t.retired_at is null
            order by o.slug collate "C"
            """;

    /** Indexes claim_verdict_latest and published_check_latest. */
    private static final String SUPPORT = """
            select o.slug, p.dimension, p.ordinal, t.cited_url, v.verdict in ('supported', 'reworded') as supported,
                   exists (select 1 from claim_citation n where n.claim_id = p.claim_id and n.citation_id = t.id)
                       as named,
                   f.capture_id, f.quote_found, f.found_at, f.found_snapshot, f.found_by, e.confirmed_at as published_at,
                   e.snapshot as published_snapshot, e.seen_by as published_by, e.words as published_words
            from claim_page p
            join citation t on t.id = p.citation_id
            join company o on o.id = p.company_id
            left join lateral (
                select x.verdict from claim_verdict x
                join revision_claim s on s.revision_id = x.revision_id and s.claim_id = x.claim_id
                where x.claim_id = p.claim_id and x.citation_id = p.citation_id and s.statement = p.statement
                order by x.id desc limit 1) v on true
            left join lateral (
                select x.capture_id, x.quote_found, coalesce(k.seen_at, k.at) as found_at,
                       b.snapshot_digest as found_snapshot,
                       case k.purpose when 'manual' then 'reviewer' else 'machine' end as found_by
                from claim_verdict x
                join revision_claim s on s.revision_id = x.revision_id and s.claim_id = x.claim_id
                join capture k on k.id = x.capture_id
                join capture b on b.id = coalesce(k.refers_to, k.id)
                where x.claim_id = p.claim_id and x.citation_id = p.citation_id and s.statement = p.statement
                  and x.verdict in ('supported', 'reworded') and x.read = 'good'
                  and not exists (select 1 from quarantine q where q.capture_id = k.id)
                order by x.id desc limit 1) f on true
            left join lateral (
                select x.* from published_check x
                join revision_claim s on s.revision_id = x.revision_id and s.claim_id = x.claim_id
                where x.citation_id = p.citation_id and x.claim_id = p.claim_id and s.statement = p.statement
                order by x.id desc limit 1) e on true
            order by o.slug collate "C"
            """;

    private final JdbcClient db;

    FoundRows(JdbcClient db) {
        this.db = db;
    }

    Shelf<CitedRow> citations() {
        return new Shelf<>(db
                .sql(CITED)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), cited(row)))
                .stream());
    }

    Shelf<SupportRow> support() {
        return new Shelf<>(db
                .sql(SUPPORT)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), support(row)))
                .stream());
    }

    private static CitedRow cited(ResultSet row) throws SQLException {
        var quote = Row.text(row, "quote_exact");
        String prefix = Row.text(row, "quote_prefix").orElse("");
        String suffix = Row.text(row, "quote_suffix").orElse("");
        var page = new CitedPage(
                row.getString("cited_url"),
                row.getString("title"),
                Row.day(row, "accessed"),
                CitedPage.Kind.withKey(row.getString("kind")).orElseThrow(),
                quote.map(exact -> new Quote(exact, prefix, suffix)));
        return new CitedRow(
                page,
                row.getBoolean("tried"),
                Row.id(row, "capture"),
                Row.confirmed(row, "own"),
                Row.time(row, "failing_at"),
                new Checked(Row.confirmed(row, "published"), Row.time(row, "unreadable_since")));
    }

    private static SupportRow support(ResultSet row) throws SQLException {
        return new SupportRow(
                Row.dimension(row),
                row.getInt("ordinal"),
                row.getString("cited_url"),
                row.getBoolean("named"),
                row.getBoolean("supported"),
                Row.id(row, "capture_id"),
                Row.confirmed(row, "found"),
                Row.text(row, "quote_found").flatMap(PageWords::fitting),
                Row.confirmed(row, "published"),
                Optional.ofNullable(row.getString("published_words")));
    }
}
