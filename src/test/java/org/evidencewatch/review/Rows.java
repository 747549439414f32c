package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Writes the rows that other rooms would have written before the queue comes into play. */
public final class Rows {

    /** When the changes were observed; each was confirmed half an hour later. */
    public static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");

    private final JdbcClient db;

    public Rows(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    /** The queue on this database, under this clock. */
    public static WorkQueue queue(DataSource database, Clock clock) {
        var db = JdbcClient.create(database);
        var items = new WorkItems(db);
        var changes = new ConfirmedChanges(db);
        var decisions = new Decisions(db);
        return new WorkQueue(
                items,
                changes,
                decisions,
                new Settlement(changes, items),
                new Endings(changes, decisions),
                new JdbcTransactionManager(database),
                clock);
    }

    /** For looking at what was written. */
    public JdbcClient db() {
        return db;
    }

    /** How many rows this question finds. */
    public int count(String fromWhere) {
        return db.sql("select count(*) from " + fromWhere).query(Integer.class).single();
    }

    /** A company that cites these pages. */
    public void company(String slug, String... urls) {
        long company = id("""
                insert into company (slug, name, created_at) values (:slug, initcap(replace(:slug, '-', ' ')), :at)
                on conflict (slug) do update set slug = excluded.slug returning id
                """, "slug", slug);
        for (String url : urls) {
            db.sql("""
                            insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                            values (:company, :source, 'evidence', :url, 'Refund policy', :at)
                            on conflict (company_id, source_id) do update set retired_at = null
                            """)
                    .param("company", company)
                    .param("source", source(url))
                    .param("url", url)
                    .param("at", Timestamp.from(NIGHT))
                    .update();
        }
    }

    private long source(String url) {
        return id("""
                insert into source (url, host, created_at) values (:url, 'example.test', :at)
                on conflict (url) do update set url = excluded.url returning id
                """, "url", url);
    }

    /** A change of the page that nobody has confirmed; its words are 14 days before and 30 days after. */
    public long observed(String url, String kind, int severity) {
        return observed(url, kind, severity, passage("number-changed", "within 14 days", "within 30 days", severity));
    }

    /** A change of the page, with these passages as JSON, that nobody has confirmed. */
    public long observed(String url, String kind, int severity, String passages) {
        long source = source(url);
        boolean good = !kind.equals("gone") && !kind.equals("moved");
        long before = read(source, "refresh", true).capture();
        db.sql("""
                        insert into baseline (source_id, capture_id, at) select :source, :capture, :at
                        where not exists (select 1 from baseline where source_id = :source)
                        """)
                .param("source", source)
                .param("capture", before)
                .param("at", Timestamp.from(NIGHT))
                .update();
        Read after = read(source, "refresh", good);
        long comparison = db.sql("""
                        insert into comparison (run_id, capture_id, source_id, baseline_capture_id, verdict, severity,
                                                reasons, at, extractor_version, detector_version)
                        values (:run, :capture, :source, :before, :kind, :severity, :passages::jsonb, :at, '1', '1')
                        returning id
                        """)
                .param("run", after.run())
                .param("capture", after.capture())
                .param("source", source)
                .param("before", before)
                .param("kind", kind)
                .param("severity", severity)
                .param("passages", passages)
                .param("at", Timestamp.from(NIGHT))
                .query(Long.class)
                .single();
        return db.sql("""
                        insert into change (source_id, kind, comparison_id, baseline_capture_id, capture_id,
                                            capture_good, fingerprint, candidate_url, severity, reasons, observed_at)
                        values (:source, :kind, :comparison, :before, :capture, :good, 'f',
                                case when :kind = 'moved' then 'https://moved.test/' || :source end, :severity,
                                :passages::jsonb, :at) returning id
                        """)
                .param("source", source)
                .param("kind", kind)
                .param("comparison", comparison)
                .param("before", before)
                .param("capture", after.capture())
                .param("good", good)
                .param("severity", severity)
                .param("passages", passages)
                .param("at", Timestamp.from(NIGHT))
                .query(Long.class)
                .single();
    }

    /** A change with its confirmation. */
    public long confirmed(String url, String kind, int severity) {
        return confirm(observed(url, kind, severity));
    }

    /** A change with its confirmation, with these passages as JSON. */
    public long confirmed(String url, String kind, int severity, String passages) {
        return confirm(observed(url, kind, severity, passages));
    }

    private long confirm(long change) {
        long source = db.sql("select source_id from change where id = :change")
                .param("change", change)
                .query(Long.class)
                .single();
        boolean good = db.sql("select capture_good from change where id = :change")
                .param("change", change)
                .query(Boolean.class)
                .single();
        db.sql("""
                        insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                        select id, source_id, kind, :capture, capture_good, :at from change where id = :change
                        """)
                .param("change", change)
                .param("capture", read(source, "confirm", good).capture())
                .param("at", Timestamp.from(NIGHT.plus(Duration.ofMinutes(30))))
                .update();
        return change;
    }

    /** The change came to nothing: {@code reverted} or {@code superseded}. */
    public void end(long change, String outcome) {
        db.sql("insert into change_outcome (change_id, outcome, detail, at) values (:change, :outcome, 'test', :at)")
                .param("change", change)
                .param("outcome", outcome)
                .param("at", Timestamp.from(NIGHT))
                .update();
    }

    /** One passage, as the rows of changes keep them. */
    public static String passage(String code, String before, String after, int severity) {
        return """
                [{"code": "%s", "before": "%s", "after": "%s", "severity": %d}]""".formatted(code, before, after, severity);
    }

    private record Read(long run, long capture) {}

    private Read read(long source, String purpose, boolean good) {
        long run = id("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values (:job, '{}', :at, :at, :at, 'completed') returning id
                """, "job", "refresh");
        db.sql("insert into visit (run_id, source_id, purpose, bucket) values (:run, :source, :purpose, 0)")
                .param("run", run)
                .param("source", source)
                .param("purpose", purpose)
                .update();
        String digest = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        db.sql("insert into snapshot (digest, body, length, created_at) values (:digest, '', 0, :at)")
                .param("digest", digest)
                .param("at", Timestamp.from(NIGHT))
                .update();
        long capture = db.sql("""
                        insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url,
                                             status, snapshot_digest, at, duration_ms)
                        values (:run, :source, :purpose, 'response', 'OK', 'read', :good, 'https://example.test/',
                                200, :digest, :at, 1) returning id
                        """)
                .param("run", run)
                .param("source", source)
                .param("purpose", purpose)
                .param("good", good)
                .param("digest", digest)
                .param("at", Timestamp.from(NIGHT))
                .query(Long.class)
                .single();
        return new Read(run, capture);
    }

    private long id(String insert, String name, String value) {
        return db.sql(insert)
                .param(name, value)
                .param("at", Timestamp.from(NIGHT))
                .query(Long.class)
                .single();
    }
}
