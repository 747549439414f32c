package org.evidencewatch.cli.bench;

/** The queue of a generated desk: what was detected and confirmed, what waits, what was decided, what the records stand to lose. */
final class DeskQueue {

    private DeskQueue() {}

    static void write(DeskScript script) {
        changes(script);
        confirmations(script);
        baselines(script);
        items(script);
        decisions(script);
        stakes(script);
        verdicts(script);
    }

    private static void changes(DeskScript script) {
        script.run("""
                insert into change (source_id, kind, comparison_id, baseline_capture_id, capture_id, capture_good, fingerprint,
                                    candidate_url, severity, reasons, observed_at)
                select t.source_id, t.kind, m.id, t.source_id, c.id, c.good, t.fingerprint,
                       case when t.kind = 'moved' then 'https://elsewhere.test/' || t.source_id end, m.severity,
                       case t.kind when 'gone' then '[{"code": "status-404", "severity": 60}]'::jsonb
                           when 'moved' then '[{"code": "redirected-away", "severity": 60}]'
                           else '[{"code": "fact-worse", "before": "refund window 30 days", "after": "refund window 14 days", "severity": 70},
                                  {"code": "number-changed", "before": "your money back within 30 days of buying",
                                   "after": "your money back within 14 days of buying", "severity": 60}]' end, c.at
                from bench_fill.turn t
                join capture c on c.run_id = 2 * t.night - 1 and c.purpose = 'refresh' and c.source_id = t.source_id
                join comparison m on m.capture_id = c.id
                order by t.night, t.source_id""");
    }

    /** What did not pass was read again in the run of that night that confirms, and found the same. */
    private static void confirmations(DeskScript script) {
        script.run("""
                insert into visit (run_id, source_id, purpose, bucket)
                select 2 * night, source_id, 'confirm', source_id % 16 from bench_fill.turn where fate <> 'passed'""");
        script.run("""
                insert into capture (run_id, source_id, purpose, kind, profile, refers_to, outcome, detail, good, requested_url,
                                     effective_url, status, snapshot_digest, at, duration_ms)
                select 2 * t.night, c.source_id, 'confirm', case when c.good then 'revisit' else 'response' end,
                       case when c.good then 'identical-payload-digest' end, case when c.good then c.id end, c.outcome, c.detail,
                       c.good, c.requested_url, c.effective_url, c.status, case when not c.good then c.snapshot_digest end,
                       c.at + interval '1 hour', 100
                from bench_fill.turn t
                join capture c on c.run_id = 2 * t.night - 1 and c.purpose = 'refresh' and c.source_id = t.source_id
                where t.fate <> 'passed' order by t.night, t.source_id""");
        script.run("""
                insert into comparison (run_id, capture_id, source_id, baseline_capture_id, verdict, severity, reasons, fingerprint,
                                        at, extractor_version, detector_version)
                select c.run_id, c.id, x.source_id, x.baseline_capture_id, x.kind, x.severity, x.reasons, x.fingerprint, c.at,
                       :version, :detector
                from change x join capture c on c.source_id = x.source_id and c.purpose = 'confirm' order by c.id""");
        script.run("""
                insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                select x.id, x.source_id, x.kind, c.id, c.good, c.at
                from change x join capture c on c.source_id = x.source_id and c.purpose = 'confirm' order by c.id""");
        script.run("""
                insert into change_outcome (change_id, outcome, detail, at)
                select x.id, 'unconfirmed', 'a later read did not agree', x.observed_at + interval '1 hour'
                from change x join bench_fill.turn t on t.source_id = x.source_id where t.fate = 'passed'""");
    }

    private static void baselines(DeskScript script) {
        script.run("""
                insert into baseline (source_id, capture_id, at)
                select source_id, id, at from capture where run_id = 1 and purpose = 'refresh' and good order by id""");
    }

    private static void items(DeskScript script) {
        script.run("""
                create table bench_fill.due as
                select x.id as change_id, t.company_id, x.source_id, n.fate, k.at,
                       case x.kind when 'changed' then 'Changed' when 'quote-lost' then 'Lost quote' when 'gone' then 'Gone'
                            else 'Moved' end as lane, s.host || ' ' || x.fingerprint as cause
                from change x
                join bench_fill.turn n on n.source_id = x.source_id and n.fate <> 'passed'
                join confirmation k on k.change_id = x.id
                join source s on s.id = x.source_id
                join citation t on t.source_id = x.source_id
                where n.fate = 'decided' or t.company_id <= :items""");
        script.run("""
                insert into work_item (company_id, opened_at, closed_at)
                select company_id, min(at), case when fate = 'decided' then min(at) + interval '9 hours' end
                from bench_fill.due group by company_id, fate order by min(at), company_id""");
        script.run("""
                insert into reason (work_item_id, company_id, source_id, change_id, lane, cause, opened_at, closed_at, closed_as)
                select w.id, d.company_id, d.source_id, d.change_id, d.lane, d.cause, d.at,
                       case when d.fate = 'decided' then d.at + interval '9 hours' end,
                       case when d.fate = 'decided' then 'decided' end
                from bench_fill.due d
                join work_item w on w.company_id = d.company_id and (w.closed_at is not null) = (d.fate = 'decided')
                order by d.at, d.change_id""");
    }

    private static void decisions(DeskScript script) {
        script.run("""
                insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, capture_id, cause, at)
                select r.id, r.company_id, r.change_id, 'reworded-same-meaning', (array['ada', 'grace', 'alan', 'edith'])[1 + r.id % 4],
                       'The page says the same in other words.', x.capture_id, r.cause, r.closed_at
                from reason r join change x on x.id = r.change_id where r.closed_as = 'decided' order by r.closed_at, r.id""");
        script.run("""
                insert into change_outcome (change_id, outcome, detail, decision_id, at)
                select change_id, 'dismissed', 'reworded-same-meaning', max(id), max(at) from decision group by change_id""");
    }

    private static void stakes(DeskScript script) {
        script.run("""
                insert into stake (reason_id, basis, probability, score_before, score_after, grade_before, grade_after, points,
                                   citations_left, proposal, touched, lines)
                select id, 'bench', abs(hashint8(id + 1)) % 21 / 20.0, 80, 80 - points, 'A', case when points > 5 then 'B' else 'A' end,
                       points, id % 3, '[]', '["refund"]', '["refund window: 80 -> 75"]'
                from (select id, abs(hashint8(id + 2)) % 11 as points from reason where closed_at is null and id % 7 > 0) r""");
    }

    /** Each claim was read on the pages that it names on the first night, and stood. */
    private static void verdicts(DeskScript script) {
        script.run("""
                create table bench_fill.page as
                select k.id as claim_id, k.company_id, v.id as revision_id, t.id as citation_id, t.source_id, b.capture_id, b.at,
                       k.dimension
                from claim_citation n join claim k on k.id = n.claim_id join citation t on t.id = n.citation_id
                join revision v on v.company_id = k.company_id join baseline b on b.source_id = t.source_id
                order by k.id""");
        script.run("""
                insert into claim_reading (claim_id, company_id, revision_id, citation_id, source_id, capture_id, text_digest, rules,
                                           sufficient, tested, platform, posts, at)
                select claim_id, company_id, revision_id, citation_id, source_id, capture_id, md5(source_id::text), '1', true,
                       'whether it states the claim', 'generic', false, at from bench_fill.page""");
        script.run("""
                insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id, capture_good, verdict,
                                           read, value_found, quote_found, rules, at)
                select claim_id, company_id, revision_id, citation_id, source_id, capture_id, true, 'supported', 'good', '30 days',
                       'You can ask for your money back within 30 days', '1', at from bench_fill.page""");
        script.run("""
                insert into claim_link (claim_id, company_id, revision_id, citation_id, source_id, quote_exact, quote_prefix,
                                        quote_suffix, role, value, agrees, capture_id, rules, proposed_at)
                select claim_id, company_id, revision_id, citation_id, source_id,
                       'You can ask for your money back within 30 days', '', '',
                       case when dimension = 'refund' then 'refund_window' end, case when dimension = 'refund' then '30 days' end,
                       true, capture_id, '1', at from bench_fill.page""");
    }
}
