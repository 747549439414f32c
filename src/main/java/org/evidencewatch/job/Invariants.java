package org.evidencewatch.job;

import java.util.List;

/** The invariants that one query can check. */
final class Invariants {

    private Invariants() {}

    static final List<Invariant> ALL = List.of(
            new Invariant("I-02", "Every confirmed change is a reason for every company that cites the page", """
                    select 'change ' || s.id || ' is no reason for ' || o.slug
                    from change_state s
                    join citation c on c.source_id = s.source_id and c.retired_at is null and c.created_at <= s.confirmed_at
                    join company o on o.id = c.company_id
                    where s.state = 'open'
                      and not exists (select 1 from run where state = 'running')
                      and not exists (select 1 from reason r where r.change_id = s.id and r.company_id = o.id)
                    union all
                    select 'reason ' || r.id || ' rests on no confirmation' from reason r
                    where r.dispute_id is null
                      and not exists (select 1 from confirmation k where k.change_id = r.change_id)"""),
            new Invariant("I-03", "No company has two open work items", """
                    select o.slug || ' has ' || count(*) from work_item w join company o on o.id = w.company_id
                    where w.closed_at is null group by o.slug having count(*) > 1"""),
            new Invariant("I-04", "Every open work item has an open reason", """
                    select 'work item ' || w.id from work_item w
                    where w.closed_at is null and not exists
                      (select 1 from reason r where r.work_item_id = w.id and r.closed_at is null)"""),
            new Invariant("I-07", "What is held of a page is what its newest good read brought", """
                    select 'capture ' || c.id from capture c left join capture r on r.id = c.refers_to
                    where c.kind = 'revisit' and (r.kind <> 'response' or not r.good or r.source_id <> c.source_id)
                    union all
                    select 'capture ' || c.id || ' has no reading' from capture c
                    where c.kind = 'response' and not exists (select 1 from extraction e where e.capture_id = c.id)"""),
            new Invariant("I-08", "A read that failed changed nothing but the log of attempts", """
                    select 'capture ' || c.id || ' was judged ' || m.verdict
                    from capture c join comparison m on m.capture_id = c.id
                    where c.good <> (m.verdict not in ('moved', 'gone', 'degraded', 'unverifiable'))
                    union all
                    select 'baseline ' || b.id from baseline b join capture c on c.id = b.capture_id where not c.good"""),
            new Invariant("I-10", "No blocked, walled, empty or failed read is a change of words", """
                    select 'change ' || h.id || ' from a read that was ' || c.outcome
                    from change h join capture c on c.id = h.capture_id
                    where h.kind in ('changed', 'quote-moved', 'quote-lost')
                      and c.outcome not in ('OK', 'NOT_MODIFIED', 'IDENTICAL')"""),
            new Invariant(
                    "I-15", "A run reads each page once for each purpose, and a completed one left none out", """
                    select 'run ' || v.run_id || ' did not read source ' || v.source_id
                    from visit v join run r on r.id = v.run_id and r.state = 'completed'
                    where not exists (select 1 from capture c where c.run_id = v.run_id and c.purpose = v.purpose
                                      and c.source_id = v.source_id)
                    union all
                    select 'run ' || run_id || ' read source ' || source_id || ' twice' from capture
                    group by run_id, purpose, source_id having count(*) > 1"""),
            new Invariant("I-18", "Nothing is left running while nobody runs", """
                    select 'execution ' || job_execution_id || ' is ' || status from batch_job_execution
                    where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                      and not exists (select 1 from lease where until > clock_timestamp())
                    union all
                    select 'run ' || id || ' has no end' from run
                    where state = 'running' and not exists (select 1 from lease where until > clock_timestamp())
                    union all
                    select 'run ' || id || ' ended without a reason' from run
                    where state not in ('running', 'completed') and coalesce(note, '') = ''"""),
            new Invariant("I-22", "The figures that a run reported are those of the tables", """
                    select 'run ' || r.id || ' reported ' || f.key || ' ' || f.value || ', the tables have ' || t.n
                    from run r
                    cross join lateral jsonb_each_text(r.counts) f
                    join lateral (select count(*) filter (where case f.key
                            when 'sources' then true
                            when 'changed' then m.verdict in ('changed', 'quote-moved', 'quote-lost')
                            when 'disallowed' then c.outcome = 'ROBOTS_DENIED'
                            when 'refused' then c.outcome = 'REFUSED'
                            when 'unverifiable' then m.verdict = 'unverifiable'
                                and c.outcome not in ('ROBOTS_DENIED', 'REFUSED')
                            when 'fetched' then c.kind <> 'no_capture' and c.outcome <> 'NOT_MODIFIED'
                            when 'notModified' then c.outcome = 'NOT_MODIFIED'
                            when 'firstSeen' then m.verdict = 'first-seen'
                            else m.verdict = f.key end) as n
                        from capture c join comparison m on m.capture_id = c.id
                        where c.run_id = r.id and c.purpose = 'refresh') t on t.n <> f.value::bigint
                    where jsonb_exists(r.counts, 'sources')"""),
            new Invariant("I-23", "Every attempt has one outcome, with a reason that a person can read", """
                    select 'capture ' || id || ': ' || detail from capture
                    where detail = '' or detail ~ '(^|\\W)null(\\W|$)' or detail ~ '\\tat [a-z]+\\.'
                    union all
                    select 'capture ' || c.id || ' has no verdict' from capture c
                    where not exists (select 1 from comparison m where m.capture_id = c.id)"""),
            new Invariant("I-24", "Stale is what nothing has confirmed for too long, and the open alerts say so", """
                    with last as (
                        select id, as_of from run where job = 'staleness' and state = 'completed'
                        order by id desc limit 1
                    ), comparable as (
                        select as_of from last
                        where not exists (select 1 from capture where run_id > last.id or at > last.as_of)
                          -- pages filed while the check looked: it may have seen them or not
                          and not exists (select 1 from visit v join run r on r.id = v.run_id
                                          where r.id < last.id and coalesce(r.ended_at, 'infinity') > last.as_of)
                          and not exists (select 1 from change_outcome where at > last.as_of)
                          and not exists (select 1 from citation
                                          where created_at > last.as_of or retired_at > last.as_of)
                    ), due as (
                        select 'citation:' || t.id as subject from comparable, citation t
                        where t.kind = 'evidence' and t.retired_at is null
                          and as_of - make_interval(secs => :staleAfter) > coalesce((
                            select k.at from capture k join comparison m on m.capture_id = k.id
                            where k.source_id = t.source_id and k.good
                              and m.verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant', 'reinterpreted')
                              and not exists (select 1 from quarantine q where q.capture_id = k.id)
                              and not exists (
                                select 1 from change_state d join change_state u on u.source_id = d.source_id
                                  and u.id >= d.id and u.state in ('observed', 'open')
                                where d.source_id = t.source_id and d.capture_id <= k.id
                                  and (d.id = u.id or d.state = 'superseded' and not exists (
                                    select 1 from change_state e where e.source_id = d.source_id
                                      and e.id between d.id and u.id
                                      and e.state not in ('superseded', 'observed', 'open'))))
                            order by k.id desc limit 1), t.created_at)
                    ), told as (
                        select subject from comparable, alert where kind = 'stale-evidence' and closed_at is null
                    )
                    (select subject || ' is stale, and no alert says so' from due
                     where subject not in (select subject from told))
                    union all
                    (select subject || ' is told to be stale, and is not' from told
                     where subject not in (select subject from due))"""),
            new Invariant("R-1", "Nothing moves a record without a person's decision and what it rests on", """
                    select 'revision ' || v.id || ' rests on decision ' || d.id || ', which has no key'
                    from revision v join decision d on d.id = v.decision_id
                    where num_nonnulls(d.confirmation_id, d.absence_id, d.dispute_id) <> 1 or not d.moves_record
                    union all
                    select 'revision ' || v.id || ' rests on a capture that is no good reading'
                    from revision v join decision d on d.id = v.decision_id
                    join confirmation k on k.id = d.confirmation_id
                    join change c on c.id = k.change_id
                    join capture x on x.id in (k.capture_id, c.capture_id, c.baseline_capture_id) and not x.good
                    union all
                    select 'decision ' || d.id || ' moves the record and made no revision' from decision d
                    where d.moves_record and not exists (select 1 from revision v where v.decision_id = d.id)
                    union all
                    select 'rescore ' || x.id || ' rests on a decision that moves nothing'
                    from rescore x join decision d on d.id = x.decision_id
                    where d.verdict not like 'material-%' and not d.moves_record"""),
            new Invariant(
                    "R-2",
                    "The revisions of a record are numbered without a gap, and a decision stands behind each move",
                    """
                    select o.slug || ' has no revision ' || (v.number - 1) from revision v join company o on o.id = v.company_id
                    where v.number > (select min(e.number) from revision e where e.company_id = v.company_id)
                      and not exists (select 1 from revision b where b.company_id = v.company_id and b.number = v.number - 1)
                    union all
                    select 'decision ' || u.id || ' undoes ' || u.undoes || ', and the record does not say what it said before'
                    from decision u
                    join revision r on r.decision_id = u.id
                    join revision d on d.decision_id = u.undoes
                    join revision b on b.company_id = d.company_id and b.number = d.number - 1
                    where (r.score, r.grade, r.summary) is distinct from (b.score, b.grade, b.summary)
                       or exists ((select claim_id, statement from revision_claim where revision_id = r.id)
                                  except (select claim_id, statement from revision_claim where revision_id = b.id))
                       or exists ((select claim_id, statement from revision_claim where revision_id = b.id)
                                  except (select claim_id, statement from revision_claim where revision_id = r.id))"""),
            new Invariant("R-3", "What a run detected is accounted for, to the row", """
                    select 'run ' || m.run_id || ' found source ' || m.source_id || ' ' || m.verdict || ', and nothing came of it'
                    from comparison m
                    where m.verdict in ('changed', 'quote-moved', 'quote-lost', 'moved', 'gone')
                      and not exists (select 1 from change c where c.comparison_id = m.id)
                      and not exists (select 1 from confirmation k where k.capture_id = m.capture_id)
                      and not exists (select 1 from change c where c.source_id = m.source_id and c.capture_id < m.capture_id
                                      and c.kind = m.verdict)
                    union all
                    select 'run ' || run_id || ' detected ' || count(*) || ', and ' || count(state) || ' have a state'
                    from (select m.run_id, s.state from change h join comparison m on m.id = h.comparison_id
                          left join change_state s on s.id = h.id) each
                    group by run_id having count(*) <> count(state)"""),
            new Invariant("R-4", "Every detection is observed, open, or ended in one way", """
                    select 'change ' || s.id || ' is open, and its reasons are all closed' from change_state s
                    where s.state = 'open' and exists (select 1 from reason r where r.change_id = s.id)
                      and not exists (select 1 from reason r where r.change_id = s.id and r.closed_at is null)
                    union all
                    select 'change ' || s.id || ' ended as ' || s.state || ', and reason ' || r.id || ' is open'
                    from change_state s join reason r on r.change_id = s.id and r.closed_at is null
                    where s.state not in ('observed', 'open')
                      and not exists (select 1 from run where state = 'running')
                    union all
                    select 'change ' || o.change_id || ' has ' || count(*) || ' outcomes that hold' from current_outcome o
                    group by o.change_id having count(*) > 1
                    union all
                    select 'reason ' || r.id || ' is closed as decided, and no decision that holds says so' from reason r
                    where r.closed_as = 'decided'
                      and not exists (select 1 from effective_decision d where d.reason_id = r.id)
                    union all
                    select 'reason ' || d.reason_id || ' is open, and decision ' || d.id || ' answered it'
                    from effective_decision d join reason r on r.id = d.reason_id where r.closed_at is null
                    union all
                    (select 'capture ' || q.capture_id || ' is set aside, and no change is for it' from quarantine q
                     where not exists (select 1 from current_outcome o
                         where o.outcome = 'quarantined' and o.decision_id = q.decision_id))"""),
            new Invariant(
                    "C-1",
                    "A claim is judged on a page that its company cites, and no read that is not good moves a verdict",
                    """
                    select 'claim verdict ' || v.id || ' rests on another page' from claim_verdict v
                    join claim c on c.id = v.claim_id
                    join citation t on t.id = v.citation_id
                    join capture k on k.id = v.capture_id
                    where t.company_id <> c.company_id or k.source_id <> t.source_id
                    union all
                    select 'claim verdict ' || v.id || ' is called ' || v.read || ', its capture ' || k.outcome
                    from claim_verdict v join capture k on k.id = v.capture_id
                    where k.good <> (v.read = 'good')
                    union all
                    select 'claim verdict ' || v.id || ' was moved by a read that was ' || v.read
                    from claim_verdict v
                    join revision_claim s on s.revision_id = v.revision_id and s.claim_id = v.claim_id
                    left join lateral (select e.verdict from claim_verdict e
                        join revision_claim o on o.revision_id = e.revision_id and o.claim_id = e.claim_id
                        where e.claim_id = v.claim_id and e.citation_id = v.citation_id and e.id < v.id
                          and o.statement = s.statement
                        order by e.id desc limit 1) earlier on true
                    where v.read <> 'good' and v.verdict is distinct from earlier.verdict"""),
            new Invariant("R-6", "No stored page was removed that something cites", """
                    select 'snapshot ' || r.digest || ' was removed and is cited'
                    from snapshot_removal r join cited_snapshot c on c.digest = r.digest
                    union all
                    select 'snapshot ' || s.digest || ' has no octets and no tombstone' from snapshot s
                    where s.body = '' and not exists (select 1 from snapshot_removal r where r.digest = s.digest)"""),
            new Invariant("R-5", "The append-only tables refuse to be rewritten", """
                    select t.name || ' lost a trigger' from unnest(array['import_file', 'revision', 'revision_claim',
                        'snapshot', 'capture', 'extraction', 'baseline', 'comparison', 'change', 'confirmation',
                        'change_outcome', 'decision', 'claim_link', 'claim_link_decision', 'claim_reading',
                        'claim_verdict', 'change_reopening', 'lasting_absence', 'dispute', 'rubric_adoption',
                        'citation_repair', 'publication', 'published_check', 'published_correction', 'published_rescore',
                        'work_item_note', 'account_event', 'snapshot_removal', 'exported_snapshot', 'alert_answer']) as t(name)
                    where (select count(*) from pg_trigger g where g.tgrelid = t.name::regclass
                           and g.tgname like 'append_only_%' and g.tgenabled <> 'D') <> 2"""));
}
