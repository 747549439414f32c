package org.evidencewatch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of runs. */
@Repository
class Runs {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    Runs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a run as of the request's time, or of now. */
    Run begin(String job, RefreshRequest request) {
        Instant now = clock.instant();
        Instant asOf = request.asOf().orElse(now);
        long id = jdbc.sql("""
                        insert into run (job, parameters, as_of, replay, started_at, state)
                        values (:job, :parameters::jsonb, :asOf, :replay, :now, 'running') returning id""")
                .param("job", job)
                .param("parameters", json.writeValueAsString(request.identity()))
                .param("asOf", Timestamp.from(asOf))
                .param("replay", request.replay().isPresent())
                .param("now", Timestamp.from(now))
                .query((rs, n) -> rs.getLong(1))
                .single();
        return new Run(id, job, request, asOf);
    }

    /** Runs of these jobs that never came to their end, stopped ones included, oldest first. */
    List<Run> unfinished(List<String> jobs) {
        return jdbc.sql("""
                        select id, job, parameters, as_of from run
                        where state in ('running', 'stopped') and job = any(:jobs) order by id""")
                .param("jobs", jobs.toArray(String[]::new))
                .query((rs, n) -> run(rs))
                .list();
    }

    /** Whether a request was already carried out to its end. */
    boolean completed(String job, RefreshRequest request) {
        return jdbc.sql("""
                        select count(*) from run
                        where job = :job and state = 'completed' and parameters = :parameters::jsonb""")
                        .param("job", job)
                        .param("parameters", json.writeValueAsString(request.identity()))
                        .query((rs, n) -> rs.getInt(1))
                        .single()
                > 0;
    }

    Optional<Run> find(long id) {
        return jdbc.sql("select id, job, parameters, as_of from run where id = :id")
                .param("id", id)
                .query((rs, n) -> run(rs))
                .optional();
    }

    /** Goes on with a run that was stopped. */
    Run resume(Run run) {
        jdbc.sql("update run set state = 'running', note = null, ended_at = null where id = :id and state = 'stopped'")
                .param("id", run.id())
                .update();
        return run;
    }

    /** Closes a run, a stopped one too; one that is closed otherwise stays as it is. */
    void end(long id, String state, String note) {
        jdbc.sql("""
                update run set state = :state, note = :note, ended_at = :now
                where id = :id and state in ('running', 'stopped')""")
                .param("id", id)
                .param("state", state)
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Writes down the figures that a run reports. */
    void report(long id, Map<String, Long> counts) {
        jdbc.sql("update run set counts = :counts::jsonb where id = :id")
                .param("id", id)
                .param("counts", json.writeValueAsString(counts))
                .update();
    }

    private Run run(ResultSet rs) throws SQLException {
        var identity = json.readValue(rs.getString(3), new TypeReference<Map<String, String>>() {});
        return new Run(
                rs.getLong(1),
                rs.getString(2),
                RefreshRequest.of(identity),
                rs.getTimestamp(4).toInstant());
    }
}
