package org.evidencewatch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of runs, for people who look at it. Reads only, and sees the runs of every process. */
@Repository
public class RunLedger {

    /*
     * Each lateral reads the rows of one run, those of many in indexes alone: visit by its key, capture by
     * capture_run_id_purpose_source_id_key and capture_unread, comparison by comparison_run_verdict and
     * comparison_capture_id_key, change by change_comparison_id_key or whole.
     */
    private static final String ACCOUNT = """
            select r.*, p.planned, t.attempted, u.unread, v.verdicts, s.detected, s.states
            from run r
            cross join lateral (select count(*) as planned from visit where run_id = r.id) p
            cross join lateral (select count(*) as attempted from capture where run_id = r.id) t
            cross join lateral (
                select count(*) as unread
                from capture c left join comparison m on m.capture_id = c.id
                where c.run_id = r.id and not c.good and not coalesce(
                    m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path', false)) u
            cross join lateral (
                select coalesce(jsonb_object_agg(x.verdict, x.n), '{}')::text as verdicts
                from (select verdict, count(*) as n from comparison where run_id = r.id group by verdict) x) v
            cross join lateral (
                select coalesce(sum(x.n), 0) as detected, coalesce(jsonb_object_agg(x.state, x.n), '{}')::text as states
                from (select h.state, count(*) as n
                      from comparison m join change_state h on h.comparison_id = m.id
                      where m.run_id = r.id group by h.state) x) s
            """;

    /* The key of run from its newest end; visit and capture by their keys. */
    private static final String PROGRESS = """
            select r.id, r.job, r.started_at, r.state,
                   (select count(*) from visit where run_id = r.id) as planned,
                   t.done, t.failed,
                   exists (select 1 from lease where until > clock_timestamp()) as held
            from run r
            cross join lateral (
                select count(*) as done, count(*) filter (where not good) as failed
                from capture where run_id = r.id) t
            """;

    private final JdbcClient db;
    private final Reports reports;
    private final JsonMapper json = new JsonMapper();

    RunLedger(JdbcClient db) {
        this.db = db;
        this.reports = new Reports(db);
    }

    /** A page that a run could not read: its address, where it is, what the run did there, and why it came to nothing. */
    public record Unread(String url, String host, String purpose, String outcome, String detail) {}

    /**
     * What a run cost others and us.
     *
     * @param octets of bodies on the wire, as they were coded
     * @param waited how long its requests took, one beside the other
     */
    public record Cost(long octets, Duration waited) {}

    /** What a run's captures cost. Reads a row for each. */
    public Cost cost(long run) {
        // capture_run_id_purpose_source_id_key
        return db.sql("""
                        select coalesce(sum(wire_length), 0) as octets, coalesce(sum(duration_ms), 0) as millis
                        from capture where run_id = :run
                        """)
                .param("run", run)
                .query((row, n) -> new Cost(row.getLong("octets"), Duration.ofMillis(row.getLong("millis"))))
                .single();
    }

    /** Runs by falling id, from the newest or from the one before {@code before}. */
    public List<RunAccount> page(Optional<Long> before, int size) {
        return db.sql(ACCOUNT + "where r.id < :before order by r.id desc limit :size")
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("size", size)
                .query((row, n) -> account(row))
                .list();
    }

    /** That run. */
    public Optional<RunAccount> find(long id) {
        return db.sql(ACCOUNT + "where r.id = :id")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional();
    }

    /** The pages that a run could not read, by host, so many at most. */
    public List<Unread> unread(long run, int atMost) {
        // capture_run_id_purpose_source_id_key, comparison_capture_id_key
        return db.sql("""
                        select s.url, s.host, c.purpose, c.outcome, c.detail
                        from capture c
                        join source s on s.id = c.source_id
                        left join comparison m on m.capture_id = c.id
                        where c.run_id = :run and not c.good and not coalesce(
                            m.verdict = 'moved' and m.reasons -> 0 ->> 'code' = 'redirected-path', false)
                        order by s.host, s.url, c.purpose limit :size""")
                .param("run", run)
                .param("size", atMost)
                .query((row, n) -> new Unread(
                        row.getString("url"),
                        row.getString("host"),
                        row.getString("purpose"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
    }

    /** The companies that a run put before a reviewer, the worst first. */
    public List<RefreshReport.Queued> queued(long run) {
        return reports.queued(run);
    }

    /** The newest run that has not ended, in whatever process. */
    public Optional<RunProgress> current() {
        return progress("where r.state = 'running' order by r.id desc limit 1", 0);
    }

    /** How far that run is, or came. */
    public Optional<RunProgress> progress(long run) {
        return progress("where r.id = :run", run);
    }

    private Optional<RunProgress> progress(String where, long run) {
        return db.sql(PROGRESS + where)
                .param("run", run)
                .query((row, n) -> new RunProgress(
                        row.getLong("id"),
                        row.getString("job"),
                        time(row, "started_at").orElseThrow(),
                        row.getInt("planned"),
                        row.getInt("done"),
                        row.getInt("failed"),
                        row.getBoolean("held"),
                        row.getString("state")))
                .optional();
    }

    private RunAccount account(ResultSet row) throws SQLException {
        Map<String, Integer> verdicts = json.readValue(row.getString("verdicts"), new TypeReference<>() {});
        var run = new RecordedRun(
                row.getLong("id"),
                row.getString("job"),
                time(row, "as_of").orElseThrow(),
                row.getBoolean("replay"),
                time(row, "started_at").orElseThrow(),
                time(row, "ended_at"),
                row.getString("state"),
                Optional.ofNullable(row.getString("note")).filter(note -> !note.isEmpty()),
                verdicts);
        return new RunAccount(
                run,
                Optional.ofNullable(row.getString("counts")).map(this::figures).orElse(Map.of()),
                row.getInt("planned"),
                row.getInt("attempted"),
                row.getInt("unread"),
                row.getInt("detected"),
                json.readValue(row.getString("states"), new TypeReference<>() {}));
    }

    private Map<String, Long> figures(String counts) {
        return json.readValue(counts, new TypeReference<>() {});
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
