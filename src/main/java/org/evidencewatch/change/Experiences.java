package org.evidencewatch.change;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.change.Experience.Lost;
import org.evidencewatch.change.Experience.Shown;
import org.evidencewatch.snapshot.ContentDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sources have shown beside their baselines, as it is on record before a capture. */
@Repository
class Experiences {

    /** Before no capture in particular: all that is on record. */
    static final long NOW = Long.MAX_VALUE;

    private static final int MOST = 12;

    private final JdbcClient jdbc;

    Experiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these sources, by their ids; one that never showed anything else may be missing. */
    Map<Long, Experience> of(Collection<Long> sources, long before) {
        var ids = sources.toArray(Long[]::new);
        var shown = new HashMap<Long, List<Shown>>();
        jdbc.sql(SHOWN).param("sources", ids).param("before", before).query(row -> {
            shown.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Shown(row.getLong(2), row.getBoolean(3)));
        });
        var elsewhere = new HashMap<Long, Integer>();
        jdbc.sql(ELSEWHERE).param("sources", ids).param("before", before).query(row -> {
            elsewhere.put(row.getLong(1), row.getInt(2));
        });
        var lost = new HashMap<Long, Lost>();
        jdbc.sql(LOST).param("sources", ids).param("before", before).query(row -> {
            var digest = new ContentDigest(row.getString(2));
            Timestamp since = row.getTimestamp(4);
            lost.put(row.getLong(1), new Lost(digest, row.getInt(3), since.toInstant()));
        });
        var siblings = new HashMap<Long, List<Long>>();
        jdbc.sql(SIBLINGS).param("sources", ids).param("before", before).query(row -> {
            siblings.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getLong(2));
        });
        var quarantined = new HashMap<Long, Set<ContentDigest>>();
        jdbc.sql(QUARANTINED).param("sources", ids).param("before", before).query(row -> {
            quarantined.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(new ContentDigest(row.getString(2)));
        });
        var found = new HashMap<Long, Experience>();
        for (long id : ids) {
            List<Shown> texts = shown.getOrDefault(id, List.of());
            List<Shown> newest = texts.subList(Math.max(0, texts.size() - MOST), texts.size());
            found.put(
                    id,
                    new Experience(
                            newest,
                            elsewhere.getOrDefault(id, 0),
                            Optional.ofNullable(lost.get(id)),
                            siblings.getOrDefault(id, List.of()),
                            quarantined.getOrDefault(id, Set.of())));
        }
        return found;
    }

    /**
     * Texts that were flagged and came to nothing, and earlier baselines; none from before a change that a person accepted,
     * for a return to those would make the record wrong once more. Index change_source.
     */
    private static final String SHOWN = """
            with ended as (
                select h.source_id, h.capture_id, o.outcome
                from change h join current_outcome o on o.change_id = h.id
                where h.source_id = any(:sources) and h.capture_id < :before and h.capture_good
                  and coalesce(o.capture_id < :before,
                      o.at <= coalesce((select at from capture where id = :before), 'infinity'))),
            accepted as (
                select source_id, max(capture_id) as capture_id from ended where outcome = 'accepted' group by source_id),
            texts as (
                select source_id, capture_id, bool_or(answered) as answered from (
                    select source_id, capture_id, outcome = 'dismissed' as answered from ended
                    where outcome in ('dismissed', 'unconfirmed', 'reverted')
                    union all
                    select b.source_id, b.capture_id, true from baseline b
                    where b.source_id = any(:sources) and b.capture_id < :before) each
                group by source_id, capture_id)
            select t.source_id, coalesce(c.refers_to, c.id), t.answered
            from texts t
            join capture c on c.id = t.capture_id
            left join accepted a on a.source_id = t.source_id
            where t.capture_id >= coalesce(a.capture_id, 0)
            order by t.source_id, t.capture_id""";

    /** Good captures since the newest one that brought another text than a known copy. Index capture_latest_good. */
    private static final String ELSEWHERE = """
            select s.id, (select count(*) from capture c
                          where c.source_id = s.id and c.good and c.id < :before and c.id > coalesce(
                              (select max(d.id) from capture d join comparison m on m.capture_id = d.id
                               where d.source_id = s.id and d.good and d.id < :before and d.kind = 'response'
                                 and m.verdict <> 'variant'), 0))
            from unnest(:sources) as s(id)""";

    /** The text of the newest page that was no good read though it had a text, and since when it shows. Index capture_latest. */
    private static final String LOST = """
            select n.source_id, n.digest, count(*), min(n.at)
            from (select c.source_id, c.at, m.verdict, x.comparison_digest as digest,
                      first_value(x.comparison_digest) over newest as newest,
                      count(*) filter (where m.verdict <> 'degraded') over newest as others
                  from capture c
                  join comparison m on m.capture_id = c.id
                  join lateral (select comparison_digest from extraction e
                                where e.capture_id = coalesce(c.refers_to, c.id) order by e.id desc limit 1) x on true
                  where c.source_id = any(:sources) and c.id < :before and c.kind <> 'no_capture'
                    and c.id > coalesce((select max(g.id) from capture g
                                         where g.source_id = c.source_id and g.good and g.id < :before), 0)
                  window newest as (partition by c.source_id order by c.id desc)) n
            where n.others = 0 and n.digest = n.newest
            group by n.source_id, n.digest""";

    /** By whichever extractor: the same text is known again. Index quarantine_source. */
    private static final String QUARANTINED = """
            select q.source_id, e.comparison_digest
            from quarantine q
            join capture c on c.id = q.capture_id
            join extraction e on e.capture_id = coalesce(c.refers_to, c.id)
            where q.source_id = any(:sources) and q.capture_id < :before""";

    /** A few are enough to tell what is the site's. Indexes source_host, capture_latest_good. */
    private static final String SIBLINGS = """
            select s.id, coalesce(c.refers_to, c.id)
            from source s
            join lateral (select o.id from source o where o.host = s.host and o.id <> s.id order by o.id limit 5) o on true
            join lateral (select x.id, x.refers_to from capture x
                          where x.source_id = o.id and x.good and x.id < :before
                            and not exists (select 1 from quarantine q where q.capture_id = x.id) order by x.id desc limit 1) c on true
            where s.id = any(:sources)
            order by s.id, o.id""";
}
