package org.evidencewatch.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evidencewatch.job.RefreshReport.CannotRead;
import org.evidencewatch.job.RefreshReport.Queued;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a run did out of the tables that it wrote. */
@Repository
class Reports {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of a run, by name. */
    Map<String, Long> counts(long runId) {
        return jdbc.sql("""
                        select count(*) as "sources",
                          count(*) filter (where verdict = 'first-seen') as "firstSeen",
                          count(*) filter (where verdict = 'unchanged') as "unchanged",
                          count(*) filter (where verdict = 'cosmetic') as "cosmetic",
                          count(*) filter (where verdict = 'variant') as "variant",
                          count(*) filter (where verdict = 'reinterpreted') as "reinterpreted",
                          count(*) filter (where verdict in ('changed', 'quote-moved', 'quote-lost')) as "changed",
                          count(*) filter (where verdict = 'moved') as "moved",
                          count(*) filter (where verdict = 'gone') as "gone",
                          count(*) filter (where verdict = 'degraded') as "degraded",
                          count(*) filter (where verdict = 'unverifiable'
                              and outcome not in ('ROBOTS_DENIED', 'REFUSED')) as "unverifiable",
                          count(*) filter (where outcome = 'ROBOTS_DENIED') as "disallowed",
                          count(*) filter (where outcome = 'REFUSED') as "refused",
                          count(*) filter (where kind <> 'no_capture' and outcome <> 'NOT_MODIFIED') as "fetched",
                          count(*) filter (where outcome = 'NOT_MODIFIED') as "notModified"
                        from capture c join comparison m on m.capture_id = c.id
                        where c.run_id = :run and c.purpose = 'refresh'""")
                .param("run", runId)
                .query((rs, n) -> {
                    var counts = new LinkedHashMap<String, Long>();
                    for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
                        counts.put(rs.getMetaData().getColumnLabel(i), rs.getLong(i));
                    }
                    return counts;
                })
                .single();
    }

    /** The report of a run. */
    RefreshReport of(Run run, double seconds) {
        var n = counts(run.id());
        return new RefreshReport(
                run.id(),
                run.asOf(),
                n.getOrDefault("sources", 0L),
                n.getOrDefault("firstSeen", 0L),
                n.getOrDefault("unchanged", 0L),
                n.getOrDefault("cosmetic", 0L),
                n.getOrDefault("variant", 0L),
                n.getOrDefault("reinterpreted", 0L),
                n.getOrDefault("changed", 0L),
                n.getOrDefault("moved", 0L),
                n.getOrDefault("gone", 0L),
                n.getOrDefault("degraded", 0L),
                n.getOrDefault("unverifiable", 0L),
                n.getOrDefault("disallowed", 0L),
                n.getOrDefault("refused", 0L),
                n.getOrDefault("fetched", 0L),
                n.getOrDefault("notModified", 0L),
                cannotRead(run.id()),
                queued(run.id()),
                seconds);
    }

    /**
     * Pages that this run could not read; since the first attempt after the last good one, whatever a person brought in
     * between. A page that only moved to another path was read there.
     */
    private List<CannotRead> cannotRead(long runId) {
        return jdbc.sql("""
                        select s.url, c.outcome || ': ' || c.detail, coalesce(
                            (select min(x.at) from capture x where x.source_id = c.source_id and not x.good
                              and x.purpose <> 'manual'
                              and x.id > coalesce((select max(g.id) from capture g
                                                   where g.source_id = c.source_id and g.good
                                                     and g.purpose <> 'manual'), 0)), c.at)
                        from capture c join source s on s.id = c.source_id
                        join comparison m on m.capture_id = c.id
                        where c.run_id = :run and c.purpose = 'refresh' and not c.good
                          and not (m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path')
                        order by s.url""")
                .param("run", runId)
                .query((rs, n) -> new CannotRead(
                        rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant()))
                .list();
    }

    /** Companies whose reasons rest on a confirmation that this run read. */
    List<Queued> queued(long runId) {
        return jdbc.sql("""
                        select o.slug,
                          (array_agg(r.lane order by h.severity desc, r.id))[1],
                          jsonb_agg(coalesce(h.reasons -> 0 ->> 'code', h.kind) order by h.severity desc, r.id)
                        from reason r
                        join confirmation k on k.change_id = r.change_id
                        join capture c on c.id = k.capture_id
                        join change h on h.id = r.change_id
                        join company o on o.id = r.company_id
                        where c.run_id = :run
                        group by o.slug order by max(h.severity) desc, o.slug""")
                .param("run", runId)
                .query((rs, n) -> new Queued(
                        rs.getString(1),
                        rs.getString(2),
                        json.readValue(rs.getString(3), new TypeReference<List<String>>() {})))
                .list();
    }
}
