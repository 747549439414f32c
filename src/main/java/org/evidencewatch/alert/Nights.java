package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How freshness and queue went from night to night, derived from what is recorded by the same rules as {@link Freshness}.
 * Writes nothing, keeps nothing.
 */
@Repository
public class Nights {

    /*
     * For every day and page: the newest capture by then that bore out the accepted words, before the first capture of a
     * change that was undecided then. A superseded change ends with the one that took its place in the end.
     * The laterals walk capture_latest_good from its newest end; change, reason and run are small and read whole.
     */
    private static final String NIGHTS = """
            with day as (
                select d::date as day,
                       least((d::date + 1)::timestamp at time zone 'UTC', cast(:asOf as timestamptz)) as at
                from generate_series(cast(:first as date)::timestamp, cast(:last as date)::timestamp, interval '1 day') d
            ), doubt as materialized (
                select h.source_id, h.capture_id, h.observed_at, e.at as until
                from change h
                left join lateral (
                    select x.id from change_state x
                    where x.source_id = h.source_id and x.id >= h.id and x.state <> 'superseded'
                    order by x.id limit 1) last on true
                left join current_outcome e on e.change_id = last.id
            ), page as materialized (
                select day.day, day.at, s.id as source_id, borne.at as confirmed_at
                from day
                cross join (select distinct source_id as id from citation where kind = 'evidence') s
                left join lateral (
                    select min(capture_id) as first_capture from doubt
                    where doubt.source_id = s.id and doubt.observed_at <= day.at
                      and (doubt.until is null or doubt.until > day.at)) d on true
                left join lateral (
                    select k.at from capture k join comparison m on m.capture_id = k.id
                    where k.source_id = s.id and k.good and k.at <= day.at
                      and k.id < coalesce(d.first_capture, 9223372036854775807)
                      and m.verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted')
                      and not exists (select 1 from quarantine q where q.capture_id = k.id)
                    order by k.id desc limit 1) borne on true
            ), fresh as (
                select p.day, count(*) as evidence,
                       count(*) filter (where coalesce(p.confirmed_at, t.created_at)
                           >= p.at - cast(:limit as interval)) as within
                from page p
                join citation t on t.source_id = p.source_id and t.kind = 'evidence'
                where least(t.created_at, p.confirmed_at) <= p.at and (t.retired_at is null or t.retired_at > p.at)
                group by p.day
            )
            select day.day, coalesce(f.evidence, 0) as evidence, coalesce(f.within, 0) as within,
                   (select count(*) from run
                    where job = 'refresh' and as_of >= day.day::timestamp at time zone 'UTC'
                      and as_of < (day.day + 1)::timestamp at time zone 'UTC') as runs,
                   (select count(*) from change
                    where (observed_at at time zone 'UTC')::date = day.day) as changes,
                   (select count(*) from reason
                    where (opened_at at time zone 'UTC')::date = day.day) as queued,
                   (select count(*) from reason
                    where (closed_at at time zone 'UTC')::date = day.day) as gone
            from day left join fresh f on f.day = day.day
            order by day.day
            """;

    private final JdbcClient db;

    Nights(JdbcClient db) {
        this.db = db;
    }

    /** The day of the newest refresh that worked for a time up to {@code asOf}; empty where there was none. */
    public Optional<LocalDate> newest(Instant asOf) {
        return db.sql("select max(as_of) as at from run where job = 'refresh' and as_of <= :asOf")
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }

    /** So many days up to and with {@code last}, the oldest first; none is told of later than {@code asOf}. */
    public List<Night> upTo(LocalDate last, int days, Instant asOf, Duration limit) {
        return db.sql(NIGHTS)
                .param("first", last.minusDays(days - 1L))
                .param("last", last)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .param("limit", limit.toString())
                .query((row, n) -> new Night(
                        row.getObject("day", LocalDate.class),
                        row.getInt("runs"),
                        row.getInt("evidence"),
                        row.getInt("within"),
                        row.getInt("changes"),
                        row.getInt("queued"),
                        row.getInt("gone")))
                .list();
    }
}
