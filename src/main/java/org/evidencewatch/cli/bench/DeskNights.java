package org.evidencewatch.cli.bench;

import java.util.stream.IntStream;

/**
 * The nights of a generated desk: a run each that attempted every source, with visits, captures, snapshots and comparisons, then one
 * that confirmed what had changed. The capture of source s in night n has the id (n - 1) * sources + s; so a revisit finds what it
 * refers to. Of a hundred attempts one fails, five bring the same article in other bytes, the rest revisits.
 */
final class DeskNights {

    /** Every attempt of one night at some sources: what is due of it, and what it brought. */
    private static final String READS = """
            with plan as (
                select s.id as source_id, s.url, (:night - 1) * cast(:sources as bigint) + s.id as id, t.kind as turned, t.after,
                       case when :night = 1 then t.before end as first,
                       coalesce(:night >= t.night and (t.fate = 'open' or :night = t.night), false) as other,
                       coalesce(:night = t.night, false) as turns, t.night as turn,
                       abs(hashint8(s.id * 64 + :night)) % 100 as lot,
                       cast(:start as timestamptz) + make_interval(days => :night, secs => s.id * 0.05) as at
                from source s left join bench_fill.turn t on t.source_id = s.id
                where s.id between :least and :most),
            read as (
                select p.*, not (other and turned in ('gone', 'moved')) as good,
                       case when :night = 1 or turns or other and turned in ('gone', 'moved') then 'response'
                            when lot = 0 then 'no_capture' when not other and lot < 6 then 'response' else 'revisit' end as kind,
                       case when other then ((turn - 1) * cast(:sources as bigint)) + source_id else source_id end as refers_to
                from plan p),
            page as (
                select r.*, case when kind = 'response' and coalesce(first, case when turns then after end) is null then convert_to(
                        case when other and turned = 'gone' then '<!doctype html><title>Not found</title><h1>Page not found</h1>'
                             when other and turned = 'moved' then '<!doctype html><title>Start</title><h1>Welcome</h1>'
                             else '<!doctype html><title>Cancel and refund ' || source_id || '</title><main><h1>Cancel and refund '
                                  || source_id || '</h1>' end
                        || '<p>You can ask for your money back within '
                        || case when other then 14 else 30 end || ' days of buying a plan.</p>'
                        || '<p>A plan that has been paid runs until the last day of its term. You may cancel it at any time in the'
                        || ' settings of your account; nothing more is charged after that.</p></main><!-- '
                        || case when lot between 1 and 5 then :night else 0 end || ' -->', 'UTF8') end as body
                from read r),
            digested as (
                select p.*, case when kind = 'response' then
                    coalesce(first, case when turns then after end, encode(sha256(body), 'hex')) end as digest
                from page p),
            """;

    private static final String NIGHT = READS + """
            visited as (
                insert into visit (run_id, source_id, purpose, bucket)
                select 2 * :night - 1, source_id, 'refresh', source_id % 16 from read),
            kept as (
                insert into snapshot (digest, body, length, created_at)
                select distinct on (digest) digest, bench_fill.packed(body), length(body), at from digested
                where body is not null order by digest
                on conflict do nothing),
            captured as (
                insert into capture (id, run_id, source_id, purpose, kind, profile, refers_to, outcome, detail, good, requested_url,
                                     effective_url, status, headers, etag, snapshot_digest, content_encoding, wire_length, at,
                                     duration_ms)
                overriding system value
                select id, 2 * :night - 1, source_id, 'refresh', kind,
                       case when kind = 'revisit' then case when lot < 61 then 'server-not-modified' else 'identical-payload-digest' end end,
                       case when kind = 'revisit' then refers_to end,
                       case when kind = 'no_capture' then 'TIMEOUT' when kind = 'revisit' and lot < 61 then 'NOT_MODIFIED'
                            when good then 'OK' else upper(turned) end,
                       case when kind = 'no_capture' then 'no answer within 20 seconds' else 'read' end,
                       good and kind <> 'no_capture', url, case when kind <> 'no_capture' then url end,
                       case when kind = 'no_capture' then null when turned = 'gone' and not good then 404
                            when kind = 'revisit' and lot < 61 then 304 else 200 end,
                       case when kind = 'no_capture' then '{}'::jsonb else '{"content-type": ["text/html; charset=utf-8"]}' end,
                       case when kind = 'response' then '"' || id || '"' end, digest,
                       case when kind = 'response' then 'gzip' end, case when kind = 'response' then 27000 end, at, 120 + lot
                from digested)
            insert into comparison (run_id, capture_id, source_id, baseline_capture_id, verdict, severity, reasons, fingerprint, at,
                                    extractor_version, detector_version)
            select 2 * :night - 1, id, source_id, case when :night > 1 then source_id end,
                   case when kind = 'no_capture' then 'unverifiable' when :night = 1 then 'first-seen' when turns then turned
                        when other and not good then turned when kind = 'response' then 'cosmetic' else 'unchanged' end,
                   case when turns then abs(hashint8(source_id)) % 21 * 5 else 0 end,
                   case when kind = 'no_capture' then '[{"code": "timeout", "severity": 0}]'::jsonb else '[]' end,
                   case when turns then md5(source_id::text) end, at, :version, :detector
            from digested""";

    private static final String RUNS = """
            insert into run (job, parameters, as_of, started_at, ended_at, state)
            select case when n % 2 = 0 then 'confirm' else 'refresh' end, '{}', at, at, at + interval '90 minutes', 'completed'
            from (select n, cast(:start as timestamptz) + make_interval(days => (n + 1) / 2, hours => (n + 1) % 2 * 3) as at
                  from generate_series(1, 2 * :nights) n) r
            order by n""";

    private DeskNights() {}

    static void runs(DeskScript script) {
        script.run(RUNS);
    }

    /** One night of all sources, by two connections: each row has its keys looked up one by one, which keeps one core busy. */
    static void night(DeskScript script, DeskShape shape, int night) {
        int half = shape.sources() / 2;
        IntStream.of(0, 1)
                .parallel()
                .forEach(
                        part -> script.run(NIGHT, night, part == 0 ? 1 : half + 1, part == 0 ? half : shape.sources()));
    }

    /** Lets the program count on from here, and gives the runs the figures that they would have reported. */
    static void finish(DeskScript script) {
        script.run(
                "do $$ begin perform setval(pg_get_serial_sequence('capture', 'id'), (select max(id) from capture)); end $$");
        script.run("""
                update run set counts = n.counts
                from (select run_id, jsonb_build_object('sources', count(*),
                          'firstSeen', count(*) filter (where verdict = 'first-seen'),
                          'unchanged', count(*) filter (where verdict = 'unchanged'),
                          'cosmetic', count(*) filter (where verdict = 'cosmetic'), 'variant', 0, 'reinterpreted', 0,
                          'changed', count(*) filter (where verdict in ('changed', 'quote-lost')),
                          'moved', count(*) filter (where verdict = 'moved'), 'gone', count(*) filter (where verdict = 'gone'),
                          'degraded', 0, 'unverifiable', count(*) filter (where verdict = 'unverifiable'),
                          'disallowed', 0, 'refused', 0,
                          'fetched', count(*) filter (where kind <> 'no_capture' and outcome <> 'NOT_MODIFIED'),
                          'notModified', count(*) filter (where outcome = 'NOT_MODIFIED')) as counts
                      from (select m.run_id, m.verdict, c.kind, c.outcome from comparison m join capture c on c.id = m.capture_id
                            where c.purpose = 'refresh') r
                      group by run_id) n
                where n.run_id = run.id""");
    }
}
