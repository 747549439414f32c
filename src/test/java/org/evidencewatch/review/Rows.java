package org.evidencewatch.review;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.evidencewatch.citation.Repairs;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the rows that other rooms would have written before the queue comes into play. */
public final class Rows {

    /** When the changes were observed; each was confirmed half an hour later. */
    public static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    public Rows(DataSource database) {
        this.db = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * As if nobody had come yet, for tests that share a database: nothing waits, nothing is cited, no alert is open, there is
     * no account, and no job was touched.
     */
    public void clear() {
        for (String change : new String[] {
            "update reason set closed_at = now(), closed_as = 'superseded' where closed_at is null",
            "update work_item set closed_at = now(), held_by = null, held_until = null where closed_at is null",
            "update citation set retired_at = now() where retired_at is null",
            "update alert set opened_at = '2026-01-01', closed_at = '2026-01-01'",
            "delete from outbox",
            "delete from api_token",
            "delete from reviewer",
            "delete from job_state",
            "delete from due_time"
        }) {
            db.sql(change).update();
        }
    }

    /** The queue on this database, under this clock. */
    public static WorkQueue queue(DataSource database, Clock clock) {
        var db = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        var items = new WorkItems(db);
        var changes = new ConfirmedChanges(db);
        var holds = new Holds(db);
        var accounts = new Accounts(db, new TransactionTemplate(transactions), clock);
        var free = new FreeItems(inbox(database, clock));
        var decisions = new Decisions(db);
        var reasons = new Reasons(db);
        var revisions = new Revisions(db);
        var resting = new RestingClaims(db);
        var repairs = new Repairs(db, transactions);
        var scoring = SampleRubric.scoring();
        var endings = new Endings(changes, decisions);
        var planning = new Planning(revisions, resting, changes, scoring);
        var staking = new Staking(new Stakes(db), revisions, resting, changes, planning, scoring);
        return new WorkQueue(
                items,
                changes,
                decisions,
                new Rescores(db, decisions),
                new Settlement(changes, items),
                endings,
                new Absences(db),
                staking,
                new Deciding(
                        items,
                        holds,
                        changes,
                        decisions,
                        planning,
                        new Consequences(reasons, revisions, repairs, endings),
                        staking,
                        accounts,
                        transactions),
                new Undoing(items, changes, decisions, reasons, revisions, repairs, endings, staking, transactions),
                new Claiming(items, holds, free, accounts, clock),
                free,
                new Notes(db),
                transactions,
                clock);
    }

    /** The queue on this database, page by page, under this clock. */
    public static Inbox inbox(DataSource database, Clock clock) {
        var db = JdbcClient.create(database);
        return new Inbox(new InboxRows(db), new WorkItems(db), new JdbcTransactionManager(database), clock);
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

    /** The record of a company as an import published it: that score, and a claim in each of these dimensions. */
    public void published(String slug, int score, String grade, Map<String, String> claims) {
        transactions.executeWithoutResult(tx -> {
            long imported = id("""
                    insert into import_file (name, format, digest, at) values (:name, 'json', '0', :at) returning id
                    """, "name", slug + ".json");
            long revision = db.sql("""
                            insert into revision (company_id, number, import_id, score, grade, at)
                            select id, 0, :import, :score, :grade, :at from company where slug = :slug returning id
                            """)
                    .param("import", imported)
                    .param("score", score)
                    .param("grade", grade)
                    .param("slug", slug)
                    .param("at", Timestamp.from(NIGHT))
                    .query(Long.class)
                    .single();
            claims.forEach((dimension, statement) -> db.sql("""
                            with k as (insert into claim (company_id, dimension, ordinal)
                                       select id, :dimension, 0 from company where slug = :slug returning id)
                            insert into revision_claim (revision_id, claim_id, statement)
                            select :revision, id, :statement from k
                            """)
                    .param("dimension", dimension)
                    .param("slug", slug)
                    .param("revision", revision)
                    .param("statement", statement)
                    .update());
        });
    }

    /** The claim of that dimension names the page. */
    public void names(String slug, String dimension, String url) {
        db.sql("""
                        insert into claim_citation (claim_id, citation_id)
                        select k.id, t.id from company c
                        join claim k on k.company_id = c.id and k.dimension = :dimension
                        join citation t on t.company_id = c.id join source s on s.id = t.source_id and s.url = :url
                        where c.slug = :slug
                        """)
                .param("slug", slug)
                .param("dimension", dimension)
                .param("url", url)
                .update();
    }

    /** Score and grade of a company's newest revision, as "83 A". */
    public String score(String slug) {
        return db.sql("""
                        select v.score || ' ' || v.grade from revision v join company c on c.id = v.company_id
                        where c.slug = :slug order by v.number desc limit 1
                        """).param("slug", slug).query(String.class).single();
    }

    /** What a company's claim of that dimension states now; empty where it has none. */
    public Optional<String> claim(String slug, String dimension) {
        return db.sql("""
                        select k.statement from current_claim k join company c on c.id = k.company_id
                        where c.slug = :slug and k.dimension = :dimension
                        """)
                .param("slug", slug)
                .param("dimension", dimension)
                .query(String.class)
                .optional();
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
        long before =
                read(source, "refresh", true, NIGHT, page("within 14 days")).capture();
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
        return read(source, purpose, good, NIGHT);
    }

    /** The page was found gone once more, at that time. */
    public void stillGone(String url, Instant at) {
        long source = source(url);
        Read read = read(source, "refresh", false, at);
        db.sql("""
                        insert into comparison (run_id, capture_id, source_id, verdict, severity, reasons, at,
                                                extractor_version, detector_version)
                        values (:run, :capture, :source, 'gone', 60, '[]', :at, '1', '1')
                        """)
                .param("run", read.run())
                .param("capture", read.capture())
                .param("source", source)
                .param("at", Timestamp.from(at))
                .update();
    }

    private Read read(long source, String purpose, boolean good, Instant at) {
        return read(source, purpose, good, at, page("within 30 days"));
    }

    /** A page whose words state that time. */
    private static String page(String within) {
        return """
                <!doctype html><title>Refund policy</title><main><h1>Refund policy</h1>
                <p>We refund what you paid for a subscription %s of the purchase, if you ask us for it.</p>
                <p>Your plan stays usable until the end of the period that you have paid for.</p></main>
                """.formatted(within);
    }

    /** A good capture of that page, made at that time; its id. */
    public long captured(String url, String html, Instant at) {
        return read(source(url), "refresh", true, at, html).capture();
    }

    private Read read(long source, String purpose, boolean good, Instant at, String html) {
        long run = id("""
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values (:job, '{}', :at, :at, :at, 'completed') returning id
                """, "job", "refresh");
        db.sql("insert into visit (run_id, source_id, purpose, bucket) values (:run, :source, :purpose, 0)")
                .param("run", run)
                .param("source", source)
                .param("purpose", purpose)
                .update();
        byte[] body = (html + "<!-- " + UUID.randomUUID() + " -->").getBytes(StandardCharsets.UTF_8);
        String digest = ContentDigest.of(body).hex();
        db.sql("insert into snapshot (digest, body, length, created_at) values (:digest, :body, :length, :at)")
                .param("digest", digest)
                .param("body", Snapshots.pack(body))
                .param("length", body.length)
                .param("at", Timestamp.from(at))
                .update();
        long capture = db.sql("""
                        insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url,
                                             effective_url, status, snapshot_digest, at, duration_ms)
                        values (:run, :source, :purpose, 'response', 'OK', 'read', :good, 'https://example.test/',
                                'https://example.test/', 200, :digest, :at, 1) returning id
                        """)
                .param("run", run)
                .param("source", source)
                .param("purpose", purpose)
                .param("good", good)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
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
