package org.evidencewatch.soak;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of the due times, against times that are reckoned here anew. */
final class SoakLedger {

    private final JdbcClient db;

    SoakLedger(JdbcClient db) {
        this.db = db;
    }

    /** A job that is due at set times of each day. */
    record Daily(String job, String cron, ZoneId zone, List<LocalTime> times) {

        /** Its due times after one instant and before another. */
        List<Instant> between(Instant after, Instant before) {
            return Stream.iterate(
                            after.atZone(zone).toLocalDate().minusDays(1),
                            day -> !day.isAfter(before.atZone(zone).toLocalDate()),
                            day -> day.plusDays(1))
                    .flatMap(day -> times.stream()
                            .map(time -> ZonedDateTime.of(day, time, zone).toInstant()))
                    .filter(due -> due.isAfter(after) && due.isBefore(before))
                    .toList();
        }
    }

    private record Row(Instant dueAt, String state, int passedOver) {}

    /** Due times that were neither carried out nor recorded as passed over, and rows at other times. */
    List<String> amiss(Daily job) {
        List<Row> rows = rows(job.job());
        var amiss = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!job.between(row.dueAt().minusMillis(1), row.dueAt().plusMillis(1))
                    .contains(row.dueAt())) {
                amiss.add(job.job() + " was not due at " + row.dueAt());
            }
            if (!List.of("completed", "overlap", "failed", "paused").contains(row.state())) {
                amiss.add("%s of %s is %s".formatted(job.job(), row.dueAt(), row.state()));
            }
            int missing = i == 0
                    ? 0
                    : job.between(rows.get(i - 1).dueAt(), row.dueAt()).size();
            if (missing > row.passedOver()) {
                amiss.add("%s was due %d times before %s, of which %d are recorded as passed over"
                        .formatted(job.job(), missing, row.dueAt(), row.passedOver()));
            }
        }
        return amiss;
    }

    /** How many due times of a job were carried out, and how many runs of it came to their end: the same, if each was once. */
    boolean eachOnce(String job) {
        return db.sql("""
                        select (select count(*) from due_time where job = :job and state = 'completed')
                             = (select count(*) from run where job = :job and state = 'completed')
                        """).param("job", job).query(Boolean.class).single();
    }

    /** Rows of a job by their state, for people. */
    String told(String job) {
        return db.sql(
                        "select state || ' ' || count(*) || ' (passed over ' || sum(passed_over) || ')' as told from due_time"
                                + " where job = :job group by state order by state")
                .param("job", job)
                .query((row, n) -> row.getString("told"))
                .list()
                .toString();
    }

    /** Whether nothing is under way or to be gone on with. */
    boolean idle() {
        return db.sql("""
                        select not exists (select 1 from due_time where state in ('started', 'stopped'))
                           and not exists (select 1 from run where state in ('running', 'stopped'))
                        """).query(Boolean.class).single();
    }

    /** What the engine has left behind. */
    List<String> leftovers() {
        return db.sql("""
                        select 'execution ' || job_execution_id || ' is ' || status as what from batch_job_execution
                        where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                        union all
                        select 'instance ' || i.job_instance_id || ' has no execution' from batch_job_instance i
                        where not exists (select 1 from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                        """).query((row, n) -> row.getString("what")).list();
    }

    /** How many due times of a job the database has that are not after a time. */
    int count(String job, Instant until) {
        return db.sql("select count(*) from due_time where job = :job and due_at <= :until")
                .param("job", job)
                .param("until", Timestamp.from(until))
                .query(Integer.class)
                .single();
    }

    private List<Row> rows(String job) {
        return db.sql("select due_at, state, passed_over from due_time where job = :job order by due_at")
                .param("job", job)
                .query((row, n) -> new Row(
                        row.getTimestamp("due_at").toInstant(), row.getString("state"), row.getInt("passed_over")))
                .list();
    }
}
