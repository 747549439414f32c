package org.evidencewatch.cli.bench;

/**
 * The records of a generated desk: companies with six claims each, the pages that they cite, and which of these pages changed. Every
 * tenth page is cited by a second company; every eighth is on a forum that 50 companies share. Ids count from 1 in the order of the
 * rows, since the database is new.
 */
final class DeskIndex {

    private DeskIndex() {}

    static void write(DeskScript script) {
        prepare(script);
        companies(script);
        claims(script);
        pages(script);
        turns(script);
        cited(script);
    }

    /** What the generator alone needs, in a schema of its own. */
    private static void prepare(DeskScript script) {
        script.run("create schema bench_fill");
        // A zstd frame (RFC 8878) of one raw block, for contents of 256 to 65,000 bytes: bytes that the program can
        // read, without
        // having gone through Java.
        script.run("""
                create function bench_fill.packed(content bytea) returns bytea language sql immutable strict as $$
                    select '\\x28b52ffd60'::bytea
                        || set_byte(set_byte('\\x0000', 0, (n - 256) & 255), 1, (n - 256) >> 8)
                        || set_byte(set_byte(set_byte('\\x000000', 0, (n * 8 + 1) & 255), 1, ((n * 8 + 1) >> 8) & 255), 2, n >> 13)
                        || content
                    from (select length(content) as n) c
                $$""");
        script.run("""
                insert into job_state (name, paused)
                select name, true from unnest(array['refresh', 'confirm', 'staleness', 'deliver', 'digest']) as j(name)""");
        script.run("insert into host_stop (host, stopped_by, why, at) values ('*', 'bench', 'invented hosts', :start)");
    }

    private static void companies(DeskScript script) {
        script.run("""
                insert into company (slug, name, category, created_at)
                select 'company-' || n, (array['Acorn', 'Birch', 'Cedar', 'Dune', 'Ember', 'Fjord', 'Grove'])[1 + n % 7] || ' Number ' || n,
                       (array['streaming', 'fitness', 'news', 'software'])[1 + n % 4], :start
                from generate_series(1, :companies) n""");
        script.run("insert into import_file (name, format, digest, at) values ('index.json', 'json', '0', :start)");
    }

    private static void claims(DeskScript script) {
        script.run("""
                insert into claim (company_id, dimension, ordinal)
                select c.id, d, 0 from company c
                cross join unnest(array['channels', 'cancellation_page', 'pause', 'refund', 'deletion', 'billing'])
                    with ordinality as u(d, n)
                order by c.id, n""");
        // claims are only added in the transaction of their revision: one statement is one
        script.run("""
                with made as (
                    insert into revision (company_id, number, import_id, score, grade, at)
                    select id, 0, 1, 50 + id % 45, (array['A', 'B', 'C', 'D'])[1 + id % 4], :start from company
                    returning id, company_id)
                insert into revision_claim (revision_id, claim_id, statement)
                select m.id, k.id, case k.dimension when 'channels' then 'Cancel online, in the app or by phone'
                       when 'cancellation_page' then 'Cancel from the Billing page of the account'
                       when 'pause' then 'A subscription can be paused for up to 3 months'
                       when 'refund' then 'Refunds within 30 days of purchase'
                       when 'deletion' then 'The account can be deleted in the settings'
                       else 'Charged monthly; access until the end of the paid period' end
                from made m join claim k on k.company_id = m.company_id""");
    }

    private static void pages(DeskScript script) {
        script.run("""
                insert into source (url, host, created_at)
                select 'https://' || host || '/help/articles/' || 1000000 + n || '-cancel-and-refund', host, :start
                from (select n, case when (n - 1) / :companies = 7 then 'forum-' || ((n - 1) % :companies) / 50 || '.test'
                                     else 'help.company-' || (n - 1) % :companies + 1 || '.test' end as host
                      from generate_series(1, :sources) n) s
                order by n""");
        script.run("""
                insert into citation (company_id, source_id, kind, cited_url, title, accessed, quote_exact, created_at)
                select company, id, 'evidence', url, 'Cancel and refund ' || id, cast(:start as date),
                       case when id % 5 = 0 then 'runs until the last day of its term.' end, :start
                from (select s.*, (s.id - 1) % :companies + 1 as company from source s
                      union all
                      select s.*, s.id * 7 % :items + 1 from source s
                      where s.id % 10 = 0 and s.id * 7 % :items <> (s.id - 1) % :companies) t
                order by company, id""");
    }

    /** Every difference that was ever seen: open ones at the companies that have an item, decided ones and passing ones. */
    private static void turns(DeskScript script) {
        script.run("""
                create table bench_fill.turn as
                select id as source_id, fate,
                       case when fate = 'passed' or id % 10 < 6 then 'changed' when id % 10 < 8 then 'quote-lost'
                            when id % 10 = 8 then 'gone' else 'moved' end as kind,
                       case fate when 'open' then :nights - 1 - id % least(10, :nights - 3) else 2 end as night,
                       case when host like 'forum%' then 'forum' else md5(id::text) end as fingerprint,
                       cast(null as text) as before, cast(null as text) as after
                from (select s.*, case
                          when (id - 1) % :companies < :items
                               and ((id - 1) / :companies = 0 or (id - 1) / :companies = 1 and id % 3 = 0
                                    or (id - 1) / :companies = 7 and id % 25 = 0) then 'open'
                          when (id - 1) / :companies in (2, 3) and id % 4 = 0 then 'decided'
                          when (id - 1) / :companies = 4 and id % 5 = 0 then 'passed' end as fate
                      from source s) f
                where fate is not null order by id""");
        script.run("create unique index on bench_fill.turn (source_id)");
    }

    private static void cited(DeskScript script) {
        script.run("""
                insert into claim_citation (claim_id, citation_id)
                select k.id, t.id
                from (select t.*, row_number() over (partition by company_id order by id) as n from citation t) t
                join claim k on k.company_id = t.company_id and (k.id - 1) % 6 = (t.n - 1) % 6""");
    }
}
