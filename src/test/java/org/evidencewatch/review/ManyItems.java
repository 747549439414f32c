package org.evidencewatch.review;

import java.sql.Timestamp;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A long queue, written at one go: as many companies as are asked for, each with an open item, every third with two reasons. Kinds,
 * severities, stakes and ages are drawn from the rows' ids, as if at random; every seventh reason has no stake, and ten pages of a host
 * share a cause.
 */
public final class ManyItems {

    private static final String PASSAGES = """
            [{"code": "fact-worse", "before": "refund window 30 days", "after": "refund window 14 days", "severity": 70},
             {"code": "words-changed", "before": "within 30 days of purchase", "after": "within 14 days", "severity": 40}]""";

    private final JdbcClient db;

    private ManyItems(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    /** Writes so many items into an empty database. */
    public static void write(DataSource database, int companies) {
        var rows = new ManyItems(database);
        rows.pages(companies);
        rows.changes();
        rows.items();
        rows.stakes();
    }

    private void pages(int companies) {
        run("""
                insert into company (slug, name, created_at)
                select 'company-' || n, 'Company Number ' || n, :at from generate_series(1, %d) n""".formatted(companies));
        run("""
                insert into source (url, host, created_at)
                select 'https://h' || n / 10 || '.test/Help/' || n, 'h' || n / 10 || '.test', :at
                from generate_series(1, %d) n""".formatted(companies + companies / 3));
        run("""
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select c.id, s.id, 'evidence', s.url, 'Refund policy', :at
                from source s join company c on c.slug = 'company-' || (s.id - 1) %% %d + 1""".formatted(companies));
    }

    private void changes() {
        run("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                select 'refresh', '{}', :at, :at, :at, 'completed' from generate_series(1, 2)""");
        run("""
                insert into visit (run_id, source_id, purpose, bucket)
                select r.id, s.id, p, 0 from run r, source s, unnest(array['refresh', 'confirm']) p""");
        run("insert into snapshot (digest, body, length, created_at) values (repeat('0', 64), '', 0, :at)");
        run("""
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, status,
                                     snapshot_digest, at, duration_ms)
                select v.run_id, v.source_id, v.purpose, 'response', 'OK', 'read', v.run_id = 1 or v.source_id % 5 > 0, 'https://h.test/',
                       200, repeat('0', 64), :at, 1 from visit v""");
        run("""
                insert into baseline (source_id, capture_id, at)
                select source_id, id, :at from capture where run_id = 1 and purpose = 'refresh'""");
        run("""
                insert into comparison (run_id, capture_id, source_id, verdict, severity, reasons, at, extractor_version,
                                        detector_version)
                select run_id, id, source_id, case when good then (array['changed', 'quote-lost'])[1 + source_id % 2]
                       else (array['gone', 'moved'])[1 + source_id % 2] end,
                       abs(hashint8(source_id) % 21) * 5, '""" + PASSAGES + """
                ', :at, '1', '1' from capture where run_id = 2 and purpose = 'refresh'""");
        run("""
                insert into change (source_id, kind, comparison_id, baseline_capture_id, capture_id, capture_good, fingerprint,
                                    severity, reasons, observed_at)
                select m.source_id, m.verdict, m.id, b.capture_id, k.id, k.good, 'f', m.severity, m.reasons, :at
                from comparison m join capture k on k.id = m.capture_id join baseline b on b.source_id = m.source_id""");
        run("""
                insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                select x.id, x.source_id, x.kind, k.id, k.good, :at
                from change x join capture k on k.source_id = x.source_id and k.run_id = 2 and k.purpose = 'confirm'""");
    }

    private void items() {
        run("""
                insert into work_item (company_id, opened_at)
                      select id, cast(:at as timestamptz) - make_interval(hours => abs(hashint8(id) % 400)) from company""");
        run("""
                insert into reason (work_item_id, company_id, source_id, change_id, lane, cause, opened_at)
                select w.id, t.company_id, x.source_id, x.id, case x.kind when 'changed' then 'Changed' when 'gone' then 'Gone'
                       when 'moved' then 'Moved' else 'Lost quote' end, s.host || ' ' || x.fingerprint, :at
                from change x join citation t on t.source_id = x.source_id join work_item w on w.company_id = t.company_id
                join source s on s.id = x.source_id""");
    }

    private void stakes() {
        run("""
                insert into stake (reason_id, basis, probability, score_before, score_after, grade_before, grade_after, points,
                                   citations_left, proposal, touched, lines)
                select id, 'test', abs(hashint8(id + 1) % 21) / 20.0, 80, 80 - points, 'A', case when points > 5 then 'B' else 'A' end,
                       points, id % 3, '[]', '["refund"]', '["refund window: 80 -> 75"]'
                from (select id, abs(hashint8(id + 2) % 11) as points from reason where id % 7 > 0) r""");
        db.sql("analyze").update();
    }

    private void run(String sql) {
        var statement = db.sql(sql);
        (sql.contains(":at") ? statement.param("at", Timestamp.from(Rows.NIGHT)) : statement).update();
    }
}
