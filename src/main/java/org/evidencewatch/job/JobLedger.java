package org.evidencewatch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of jobs: their runs, and which are paused. Every method joins the caller's transaction. */
@Repository
class JobLedger {

    private static final String RUN = """
            select r.*, coalesce((
                select jsonb_object_agg(v.verdict, v.n) from (
                    select m.verdict, count(*) as n
                    from comparison m join capture k on k.id = m.capture_id
                    where m.run_id = r.id and k.purpose = 'refresh' group by m.verdict) v), '{}')::text as verdicts
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    JobLedger(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The newest runs of every job, replays included; the newest first. */
    List<RecordedRun> newest(int ofEachJob) {
        return db.sql(RUN + """
                        from (select *, row_number() over (partition by job order by id desc) as back from run) r
                        where r.back <= :n order by r.id desc
                        """)
                .param("n", ofEachJob)
                .query((row, n) -> run(row))
                .list();
    }

    /** The newest run of a job that was no replay. */
    Optional<RecordedRun> last(String job) {
        return db.sql(RUN + "from run r where r.job = :job and not r.replay order by r.id desc limit 1")
                .param("job", job)
                .query((row, n) -> run(row))
                .optional();
    }

    /**
     * A run that goes on.
     *
     * @param lastPage when it read its last page, or began
     */
    record Going(long id, String job, Instant lastPage) {}

    /** Runs on the live web that go on, have pages to read, and have read none since a time. */
    List<Going> withoutPages(Instant since) {
        // run_job; capture_run_id_purpose_source_id_key; visit_pkey
        return db.sql("""
                        select r.id, r.job, greatest(r.started_at, max(c.at)) as last_page
                        from run r left join capture c on c.run_id = r.id
                        where r.state = 'running' and not r.replay and exists (select 1 from visit v where v.run_id = r.id)
                        group by r.id
                        having greatest(r.started_at, max(c.at)) < :since
                        order by r.id
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Going(
                        row.getLong("id"),
                        row.getString("job"),
                        row.getObject("last_page", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** When a job ran last, and whether it still does, as far as is recorded. */
    record Last(Instant startedAt, boolean running) {}

    /** The same as {@link #last} without what the run came to, which takes long to count: for those who look every few seconds. */
    Optional<Last> lastStart(String job) {
        // run_job
        return db.sql("select started_at, state from run where job = :job and not replay order by id desc limit 1")
                .param("job", job)
                .query((row, n) -> new Last(
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("state").equals("running")))
                .optional();
    }

    /** When the first record was imported: since then there is something to do. */
    Optional<Instant> firstImport() {
        return db.sql("select min(at) as at from import_file")
                .query((row, n) -> time(row, "at"))
                .single();
    }

    long begin(String job, Map<String, String> parameters, Instant at) {
        return db.sql("""
                        insert into run (job, parameters, as_of, started_at, state)
                        values (:job, cast(:parameters as jsonb), :at, :at, 'running') returning id
                        """)
                .param("job", job)
                .param("parameters", json.writeValueAsString(parameters))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void end(long run, Instant at, JobOutcome outcome) {
        db.sql("update run set state = :state, ended_at = :at, note = :note where id = :id")
                .param("state", outcome.success() ? "completed" : "failed")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", outcome.summary())
                .param("id", run)
                .update();
    }

    /** Marks the runs of a job that were cut off, where a new run does their work from the start. */
    void abandonUnfinished(String job, Instant at) {
        db.sql("""
                update run set state = 'abandoned', ended_at = :at, note = 'its process died; a new run does its work'
                where job = :job and state = 'running'""").param("job", job).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Set<String> paused() {
        return db.sql("select name from job_state where paused")
                .query((row, n) -> row.getString("name"))
                .set();
    }

    void pause(String job, boolean paused) {
        db.sql("""
                insert into job_state (name, paused) values (:name, :paused)
                on conflict (name) do update set paused = excluded.paused
                """).param("name", job).param("paused", paused).update();
    }

    /** Whether somebody asked for a run that was not begun yet. */
    boolean asked(String job) {
        return db.sql("select exists (select 1 from job_state where name = :name and asked)")
                .param("name", job)
                .query(Boolean.class)
                .single();
    }

    void ask(String job) {
        db.sql("""
                insert into job_state (name, paused, asked) values (:name, false, true)
                on conflict (name) do update set asked = true
                """).param("name", job).update();
    }

    /** What was asked for is begun. */
    void heard(String job) {
        db.sql("update job_state set asked = false where name = :name and asked")
                .param("name", job)
                .update();
    }

    private RecordedRun run(ResultSet row) throws SQLException {
        return new RecordedRun(
                row.getLong("id"),
                row.getString("job"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getBoolean("replay"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                time(row, "ended_at"),
                row.getString("state"),
                Optional.ofNullable(row.getString("note")),
                json.readValue(row.getString("verdicts"), new TypeReference<>() {}));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
