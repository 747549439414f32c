package org.evidencewatch.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Derives the clocks of evidence, and what waits, from what is recorded. Writes nothing, keeps nothing.
 *
 * <p>Everything recorded counts; a time is only ever what ages are measured against.
 */
@Repository
public class Freshness {

    /*
     * Capture ids tell the order of reading, and stay right where a replay gives captures older times than their
     * predecessors have. The laterals walk capture_latest and capture_latest_good from their newest end.
     *
     * What a person brought bears out the accepted words, and is a good reading; but it is no attempt of ours, and a page
     * that only people can read is one that we cannot.
     *
     * While a change of a page is undecided, "unchanged" may mean "as flagged". Readings count as confirming only
     * before the first capture of that change, or of the chain of superseded ones that led to it.
     *
     * Which pages count is settled before anything is looked for. Of most pages the newest attempt tells it all: "plain" are those that no person brought or put aside a capture of
     * (capture_manual, quarantine_source), and of which nothing is undecided. Only of others is more looked for.
     */
    private static final String CLOCKS = """
            with undecided as (
                select source_id, min(id) as first_id
                from change_state where state in ('observed', 'open') %1$s group by source_id
            ), doubted as materialized (
                select u.source_id, min(c.capture_id) as first_capture
                from undecided u join change c on c.source_id = u.source_id and c.id <= u.first_id
                where c.id > coalesce((
                    select max(e.id) from change_state e
                    where e.source_id = u.source_id and e.id < u.first_id and e.state <> 'superseded'), 0)
                group by u.source_id
            ), handled as materialized (
                select source_id from capture where purpose = 'manual'
                union select source_id from quarantine
            ), cited as materialized (
                select id, url from source
                where id in (select source_id from citation where kind = 'evidence' and retired_at is null %2$s)
            ), page as materialized (
                select s.id as page_id, s.url, tried.at as tried_at, tried.good, tried.outcome, tried.detail,
                       case when plain.good then tried.at else read.at end as good_at,
                       case when plain.borne then tried.at else borne.at end as confirmed_at, failing.at as failing_at
                from cited s
                left join doubted d on d.source_id = s.id
                left join handled h on h.source_id = s.id
                left join lateral (
                    select k.id, k.at, k.good, k.outcome, k.detail, m.verdict,
                           m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path' as elsewhere
                    from capture k left join comparison m on m.capture_id = k.id
                    where k.source_id = s.id and k.purpose <> 'manual' order by k.id desc limit 1) tried on true
                cross join lateral (
                    select coalesce(h.source_id is null and tried.good, false) as good,
                           coalesce(h.source_id is null and d.source_id is null and tried.good and tried.verdict in
                               ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted'), false) as borne) plain
                left join lateral (
                    select at from capture
                    where not plain.good and source_id = s.id and good
                      and not exists (select 1 from quarantine q where q.capture_id = capture.id)
                    order by id desc limit 1) read on true
                left join lateral (
                    select id from capture
                    where not tried.good and source_id = s.id and good and purpose <> 'manual'
                    order by id desc limit 1) own on true
                left join lateral (
                    select k.at from capture k join comparison m on m.capture_id = k.id
                    where not plain.borne and k.source_id = s.id and k.good
                      and k.id < coalesce(d.first_capture, 9223372036854775807)
                      and m.verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted')
                      and not exists (select 1 from quarantine q where q.capture_id = k.id)
                    order by k.id desc limit 1) borne on true
                left join lateral (
                    select at from capture
                    where not tried.good and source_id = s.id and id > coalesce(own.id, 0) and purpose <> 'manual'
                      and tried.elsewhere is not true
                    order by id limit 1) failing on true
            )
            select t.id, t.source_id, t.company_id, o.slug, o.name, t.created_at, page.*
            from citation t
            join company o on o.id = t.company_id
            join page on page.page_id = t.source_id
            where t.kind = 'evidence' and t.retired_at is null %3$s
            order by t.id
            """;

    /** By citation_company_id_source_id_key and change_source. */
    private static final String OF_COMPANIES =
            "and company_id in (select id from company where slug = any(:companies))";

    /** By source_host. */
    private static final String OF_HOST = "and source_id in (select id from source where host = :host)";

    /** By capture_failed and capture_latest_good alone: nothing good is newer than the newest failure. And by capture_manual. */
    private static final String FAILING = """
            and source_id in (
                select f.source_id
                from (select source_id, max(id) as id from capture where not good group by source_id) f
                where not exists (
                    select 1 from capture g where g.source_id = f.source_id and g.good and g.id > f.id)
                union all select source_id from capture where purpose = 'manual')""";

    private final JdbcClient db;

    Freshness(JdbcClient db) {
        this.db = db;
    }

    /** The clocks of every evidence citation that is not retired. */
    public List<CitationClock> citations() {
        return db.sql(CLOCKS.formatted("", "", ""))
                .query((row, n) -> clock(row))
                .list();
    }

    /** Those of all pages that cannot be read now, and of few others. */
    public List<CitationClock> failing() {
        return db.sql(CLOCKS.formatted("", FAILING, ""))
                .query((row, n) -> clock(row))
                .list();
    }

    /** The clocks of what is cited as evidence from a host; those of others are not looked at. */
    public List<CitationClock> onHost(String host) {
        return db.sql(CLOCKS.formatted(OF_HOST, OF_HOST, ""))
                .param("host", host)
                .query((row, n) -> clock(row))
                .list();
    }

    /** The clocks of what these companies cite as evidence, by their slugs; those of others are not looked at. */
    public List<CitationClock> citations(Collection<String> companies) {
        String theirs =
                "and source_id in (select source_id from citation where retired_at is null %s)".formatted(OF_COMPANIES);
        return db.sql(CLOCKS.formatted(theirs, OF_COMPANIES, OF_COMPANIES))
                .param("companies", companies.toArray(String[]::new))
                .query((row, n) -> clock(row))
                .list();
    }

    /** What waits for people and for delivery now. */
    public Backlog backlog() {
        return db.sql("""
                        select (select count(*) from work_item where closed_at is null) as open,
                               (select count(distinct company_id) from rescore where done_at is null) as rescore,
                               (select count(*) from outbox where delivered_at is null and dead_at is null) as undelivered,
                               (select count(*) from outbox where dead_at is not null) as givenup
                        """)
                .query((row, n) -> new Backlog(
                        row.getInt("open"), row.getInt("rescore"), row.getInt("undelivered"), row.getInt("givenup")))
                .single();
    }

    private static CitationClock clock(ResultSet row) throws SQLException {
        return new CitationClock(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getLong("company_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("url"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                attempt(row),
                time(row, "good_at"),
                time(row, "confirmed_at"),
                time(row, "failing_at"));
    }

    private static Optional<Attempt> attempt(ResultSet row) throws SQLException {
        var at = time(row, "tried_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempt(
                        at.get(), row.getBoolean("good"), row.getString("outcome"), row.getString("detail")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
