package org.evidencewatch.job;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.change.Changes;
import org.evidencewatch.citation.CitedSources;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plan of a run: which sources it reads. A visit without a capture is still to be made. */
@Repository
class Visits {

    /** Partitions of a run. Fixed, so that the engine's metadata does not grow with the web. */
    static final int BUCKETS = 4;

    private final JdbcClient jdbc;
    private final Changes changes;

    Visits(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Plans the sources that are due by their standing (indexes capture_attempted, capture_latest, capture_latest_good);
     * those that only the sample index cites are read in replays alone. A page that was not asked for, because its host
     * rested or was stopped, was not attempted.
     */
    void planRefresh(Run run) {
        jdbc.sql("""
                insert into visit (run_id, source_id, purpose, bucket)
                select :run, s.id, 'refresh', abs(hashtext(s.host)::bigint) % :buckets
                from source s
                where exists (select 1 from citation c join company o on o.id = c.company_id
                              where c.source_id = s.id and c.retired_at is null and (:replay or not o.sample)
                                and (:company = '' or o.slug = :company))
                  and (:all or not exists (select 1 from capture k where k.source_id = s.id
                              and k.purpose = 'refresh' and k.outcome not in ('DEFERRED', 'STOPPED') and k.at <= :asOf
                              and k.at > :asOf::timestamptz - (
                                  select case when min(x.at) <= :asOf::timestamptz - :downAfter::interval then :down::interval
                                              when min(x.at) <= :asOf::timestamptz - :failingAfter::interval then :failing::interval
                                              else :nightly::interval end
                                  from capture x where x.source_id = s.id and x.purpose <> 'manual' and x.id > coalesce((
                                      select max(g.id) from capture g where g.source_id = s.id and g.good
                                        and g.purpose <> 'manual'), 0))))
                on conflict do nothing""")
                .param("run", run.id())
                .param("buckets", BUCKETS)
                .param("replay", run.request().replay().isPresent())
                .param("company", run.request().company().orElse(""))
                .param("all", run.request().all())
                .param("asOf", Timestamp.from(run.asOf()))
                .param("downAfter", Standing.DOWN_AFTER.toString())
                .param("down", Standing.DOWN.rest().toString())
                .param("failingAfter", Standing.FAILING_AFTER.toString())
                .param("failing", Standing.FAILING.rest().toString())
                .param("nightly", Standing.OK.rest().toString())
                .update();
    }

    /** Plans the one visit of a run by which a person brings a page. */
    Visit planManual(long run, CitedSources.Found source) {
        jdbc.sql("insert into visit (run_id, source_id, purpose, bucket) values (:run, :source, 'manual', 0)")
                .param("run", run)
                .param("source", source.id())
                .update();
        return new Visit(run, Purpose.MANUAL, source.id(), URI.create(source.url()), source.host());
    }

    /**
     * Plans the sources whose changes wait for a later read. A page that we could not read ourselves the last time is left
     * to the nights, and to the person who brought the change.
     */
    void planConfirmations(Run run, Instant observedUpTo) {
        var waiting = changes.awaitingConfirmation(observedUpTo).toArray(Long[]::new);
        jdbc.sql("""
                insert into visit (run_id, source_id, purpose, bucket)
                select :run, s.id, 'confirm', abs(hashtext(s.host)::bigint) % :buckets
                from source s
                where s.id = any(:waiting)
                  and exists (select 1 from citation c join company o on o.id = c.company_id
                              where c.source_id = s.id and c.retired_at is null and (:replay or not o.sample))
                  and (not exists (select 1 from change_state h join capture b on b.id = h.capture_id
                                   where h.source_id = s.id and h.state = 'observed' and b.purpose = 'manual')
                       or (select k.good from capture k where k.source_id = s.id and k.purpose <> 'manual'
                           order by k.id desc limit 1))
                on conflict do nothing""")
                .param("run", run.id())
                .param("buckets", BUCKETS)
                .param("replay", run.request().replay().isPresent())
                .param("waiting", waiting)
                .update();
    }

    /** How many planned visits of this purpose were not made yet. */
    int remaining(long runId, Purpose purpose) {
        return jdbc.sql("""
                        select count(*) from visit v
                        where v.run_id = :run and v.purpose = :purpose
                          and not exists (select 1 from capture c where c.run_id = v.run_id
                                          and c.purpose = v.purpose and c.source_id = v.source_id)""")
                .param("run", runId)
                .param("purpose", purpose.word())
                .query((rs, n) -> rs.getInt(1))
                .single();
    }

    /**
     * The visits of a bucket that were not made yet. Of a host, those that could be read the last time come first: what
     * always fails keeps nothing else waiting.
     */
    List<Visit> pending(long runId, Purpose purpose, int bucket) {
        return jdbc.sql("""
                        select s.id, s.url, s.host from visit v join source s on s.id = v.source_id
                        where v.run_id = :run and v.purpose = :purpose and v.bucket = :bucket
                          and not exists (select 1 from capture c where c.run_id = v.run_id
                                          and c.purpose = v.purpose and c.source_id = v.source_id)
                        order by s.host, coalesce((select k.good from capture k
                            where k.source_id = s.id and k.purpose <> 'manual'
                            order by k.id desc limit 1), true) desc, s.id""")
                .param("run", runId)
                .param("purpose", purpose.word())
                .param("bucket", bucket)
                .query((rs, n) ->
                        new Visit(runId, purpose, rs.getLong(1), URI.create(rs.getString(2)), rs.getString(3)))
                .list();
    }
}
