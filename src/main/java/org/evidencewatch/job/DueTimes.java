package org.evidencewatch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the times at which jobs were due. Every method joins the caller's transaction. */
@Repository
class DueTimes {

    private static final String COLUMNS = """
            select job, due_at, state, passed_over, attempts, note,
                   greatest(0, extract(epoch from clock_timestamp() - at)) as rests
            from due_time\s""";

    private final JdbcClient db;

    DueTimes(JdbcClient db) {
        this.db = db;
    }

    /** The newest of a job that is not after {@code now}: what is later was written while a clock was ahead. */
    Optional<DueTime> newest(String job, Instant now) {
        // the primary key from its newest end
        return db.sql(COLUMNS + "where job = :job and due_at <= :now order by due_at desc limit 1")
                .param("job", job)
                .param("now", Timestamp.from(now))
                .query((row, n) -> dueTime(row))
                .optional();
    }

    /** The newest of a job, newest first. */
    List<DueTime> page(String job, int size) {
        return db.sql(COLUMNS + "where job = :job order by due_at desc limit :size")
                .param("job", job)
                .param("size", size)
                .query((row, n) -> dueTime(row))
                .list();
    }

    /** Writes down that a due time is begun, or why it is not; one that was written while a clock was ahead stays as it is. */
    void put(String job, Instant dueAt, DueTime.State state, int passedOver) {
        db.sql("""
                        insert into due_time (job, due_at, state, passed_over, attempts, note, after_run, at)
                        values (:job, :dueAt, :state, :passedOver, 1, '',
                                coalesce((select max(id) from run where job = :job), 0), clock_timestamp())
                        on conflict (job, due_at) do nothing
                        """)
                .param("job", job)
                .param("dueAt", Timestamp.from(dueAt))
                .param("state", state.word())
                .param("passedOver", passedOver)
                .update();
    }

    /** Whether a run that began after a due time was begun has come to its end: then only the word of it is missing. */
    boolean done(String job, Instant dueAt) {
        // run_job
        return db.sql("""
                        select exists (
                            select 1 from due_time d join run r on r.job = d.job and r.id > d.after_run
                            where d.job = :job and d.due_at = :dueAt and r.state = 'completed' and not r.replay)
                        """)
                .param("job", job)
                .param("dueAt", Timestamp.from(dueAt))
                .query(Boolean.class)
                .single();
    }

    /** One that was begun is tried again. */
    void again(String job, Instant dueAt) {
        db.sql("""
                        update due_time set state = 'started', attempts = attempts + 1, at = clock_timestamp()
                        where job = :job and due_at = :dueAt
                        """).param("job", job).param("dueAt", Timestamp.from(dueAt)).update();
    }

    /** Writes down how it ended. */
    void end(String job, Instant dueAt, DueTime.State state, String note) {
        db.sql("""
                        update due_time set state = :state, note = :note, at = clock_timestamp()
                        where job = :job and due_at = :dueAt
                        """)
                .param("job", job)
                .param("dueAt", Timestamp.from(dueAt))
                .param("state", state.word())
                .param("note", note)
                .update();
    }

    /** Takes back that it was begun: it is as due as before. */
    void giveBack(String job, Instant dueAt) {
        db.sql("delete from due_time where job = :job and due_at = :dueAt")
                .param("job", job)
                .param("dueAt", Timestamp.from(dueAt))
                .update();
    }

    /** Removes those before a time; the newest of each job stays. How many went. */
    int removeBefore(Instant time) {
        return db.sql("""
                        delete from due_time d where due_at < :time
                          and exists (select 1 from due_time n where n.job = d.job and n.due_at > d.due_at)
                        """).param("time", Timestamp.from(time)).update();
    }

    private static DueTime dueTime(ResultSet row) throws SQLException {
        return new DueTime(
                row.getString("job"),
                row.getTimestamp("due_at").toInstant(),
                DueTime.State.of(row.getString("state")),
                row.getInt("passed_over"),
                row.getInt("attempts"),
                Duration.ofMillis(Math.round(1000 * row.getDouble("rests"))),
                row.getString("note"));
    }
}
