package org.evidencewatch.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what runs record, a row at a time. */
final class Recorded {

    private final JdbcClient db;

    Recorded(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    long company(String slug, String name) {
        return insert(
                "insert into company (slug, name, created_at) values (:slug, :name, now())",
                Map.of("slug", slug, "name", name));
    }

    long source(String url) {
        return insert(
                "insert into source (url, host, created_at) values (:url, 'example.org', now())", Map.of("url", url));
    }

    long citation(long company, long source, String kind, Instant at) {
        return insert(
                """
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                values (:company, :source, :kind, 'https://example.org/', 'Help', :at)
                """, Map.of("company", company, "source", source, "kind", kind, "at", at.atOffset(ZoneOffset.UTC)));
    }

    void retire(long citation) {
        db.sql("update citation set retired_at = now() where id = ?")
                .param(citation)
                .update();
    }

    /** A response that was read well, and what it meant. */
    long read(long source, Instant at, String verdict) {
        db.sql("insert into snapshot values (repeat('a', 64), '', 0, now()) on conflict do nothing")
                .update();
        long capture =
                insert("""
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, status,
                    snapshot_digest, at, duration_ms)
                values (:run, :source, 'refresh', 'response', 'OK', 'The page was read.', true, 'u', 200,
                    repeat('a', 64), :at, 10)
                """, Map.of("run", visit(source, at), "source", source, "at", at.atOffset(ZoneOffset.UTC)));
        compare(capture, verdict, "[]");
        return capture;
    }

    /** The server said "not modified" of an earlier capture. */
    long revisit(long source, Instant at, long of) {
        long capture = insert(
                """
                insert into capture (run_id, source_id, purpose, kind, profile, refers_to, outcome, detail, good,
                    requested_url, status, at, duration_ms)
                values (:run, :source, 'refresh', 'revisit', 'server-not-modified', :of, 'NOT_MODIFIED',
                    'The server said that the page has not changed.', true, 'u', 304, :at, 10)
                """, Map.of("run", visit(source, at), "source", source, "of", of, "at", at.atOffset(ZoneOffset.UTC)));
        compare(capture, "unchanged", "[]");
        return capture;
    }

    long failed(long source, Instant at, String outcome, String detail) {
        return failed(source, at, outcome, detail, "unverifiable", "[]");
    }

    private long failed(long source, Instant at, String outcome, String detail, String verdict, String reasons) {
        long capture = insert(
                """
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, at, duration_ms)
                values (:run, :source, 'refresh', 'no_capture', :outcome, :detail, false, 'u', :at, 10)
                """,
                Map.of(
                        "run", visit(source, at),
                        "source", source,
                        "outcome", outcome,
                        "detail", detail,
                        "at", at.atOffset(ZoneOffset.UTC)));
        compare(capture, verdict, reasons);
        return capture;
    }

    /** The page answered from another path of its site. */
    long foundElsewhere(long source, Instant at) {
        return failed(
                source,
                at,
                "MOVED",
                "It answers from another path.",
                "moved",
                "[{\"code\": \"redirected-path\", \"severity\": 20}]");
    }

    /** A change that the capture shows, observed and not yet confirmed. */
    long change(long capture, long baseline) {
        return insert("""
                insert into change (source_id, kind, comparison_id, baseline_capture_id, capture_id, capture_good,
                    fingerprint, severity, reasons, observed_at)
                select m.source_id, 'changed', m.id, :baseline, m.capture_id, true, 'f', 50, '[]', m.at
                from comparison m where m.capture_id = :capture
                """, Map.of("capture", capture, "baseline", baseline));
    }

    void outcome(long change, String outcome) {
        db.sql("insert into change_outcome (change_id, outcome, detail, at) values (?, ?, 'so', now())")
                .params(change, outcome)
                .update();
    }

    private long visit(long source, Instant at) {
        long run = insert("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values ('refresh', '{}', :at, :at, :at, 'completed')
                """, Map.of("at", at.atOffset(ZoneOffset.UTC)));
        db.sql("insert into visit (run_id, source_id, purpose, bucket) values (?, ?, 'refresh', 0)")
                .params(run, source)
                .update();
        return run;
    }

    private void compare(long capture, String verdict, String reasons) {
        db.sql("""
                insert into comparison (run_id, capture_id, source_id, verdict, severity, reasons, at,
                    extractor_version, detector_version)
                select run_id, id, source_id, ?, 0, cast(? as jsonb), at, '1', '1' from capture where id = ?
                """).params(verdict, reasons, capture).update();
    }

    private long insert(String sql, Map<String, ?> values) {
        return db.sql(sql + " returning id").params(values).query(Long.class).single();
    }
}
