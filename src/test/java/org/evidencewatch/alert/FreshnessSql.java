package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures of freshness once more, from what they are said to mean, by SQL that shares nothing with the program's.
 *
 * @param evidence citations that count
 * @param within of them, confirmed or imported no longer ago than the limit
 * @param oldest the instant from which the age of the oldest counts
 * @param unreadable pages whose newest attempts all failed
 * @param unreadableSince the first failure of the one that has failed the longest
 */
public record FreshnessSql(
        int evidence, int within, Optional<Instant> oldest, int unreadable, Optional<Instant> unreadableSince) {

    private static final String FIGURES = """
            with recursive chain as (
                select source_id, id, capture_id from change_state where state in ('observed', 'open')
                union
                select p.source_id, p.id, p.capture_id
                from chain c
                join change_state p on p.source_id = c.source_id and p.state = 'superseded'
                    and p.id = (select max(x.id) from change_state x where x.source_id = c.source_id and x.id < c.id)
            ), bearing as (
                select k.source_id, k.id, k.at
                from capture k
                join comparison m on m.capture_id = k.id
                where k.good
                  and m.verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted')
                  and k.id not in (select capture_id from quarantine)
                  and not exists (select 1 from chain c where c.source_id = k.source_id and c.capture_id <= k.id)
            ), confirmed as (
                select source_id, (array_agg(at order by id desc))[1] as at from bearing group by source_id
            ), tries as (
                select k.source_id, k.id, k.at, k.good,
                       coalesce(m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path', false) as elsewhere,
                       max(k.id) filter (where k.good) over (partition by k.source_id) as last_good,
                       max(k.id) over (partition by k.source_id) as newest
                from capture k left join comparison m on m.capture_id = k.id
                where k.purpose <> 'manual'
            ), failing as (
                select source_id, (array_agg(at order by id))[1] as since
                from tries where last_good is null or id > last_good
                group by source_id having not bool_or(elsewhere and id = newest)
            ), counted as (
                select t.source_id, coalesce(c.at, t.created_at) as since
                from citation t left join confirmed c on c.source_id = t.source_id
                where t.kind = 'evidence' and t.retired_at is null
            )
            select count(*) as evidence,
                   count(*) filter (where since >= cast(:asOf as timestamptz) - cast(:limit as interval)) as within,
                   min(since) as oldest,
                   (select count(*) from failing where source_id in (select source_id from counted)) as unreadable,
                   (select min(since) from failing where source_id in (select source_id from counted)) as unreadable_since
            from counted
            """;

    /** As things are, measured against a time. */
    public static FreshnessSql of(JdbcClient db, Instant asOf, Duration limit) {
        return db.sql(FIGURES)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .param("limit", limit.toString())
                .query((row, n) -> new FreshnessSql(
                        row.getInt("evidence"),
                        row.getInt("within"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt("unreadable"),
                        Optional.ofNullable(row.getObject("unreadable_since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** How many nothing has confirmed for longer. */
    public int stale() {
        return evidence - within;
    }
}
