package org.evidencewatch.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.review.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what an operator watches: a few queries that look at indexes and small tables. Writes nothing, keeps nothing. */
@Repository
public class HouseFigures {

    private static final String REFRESH = "refresh";

    /** A run that is good: it came to its end, and was no replay. */
    private static final String GOOD = "state = 'completed' and not replay";

    private final JdbcClient db;
    private final JobFiles files;
    private final JobLedger ledger;
    private final Clock clock;

    HouseFigures(JdbcClient db, JobFiles files, JobLedger ledger, Clock clock) {
        this.db = db;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All of them, now. */
    public Figures read() {
        return new Figures(lastGood(), overdue(), runs(), pages(), lanes(), alerts(), undelivered(), databaseBytes());
    }

    /** Whether a refresh was due half a period ago, and none has completed since. Index run_job. */
    public boolean overdue() {
        Optional<Instant> since = db.sql(
                        "select started_at from run where job = :job and " + GOOD + " order by id desc limit 1")
                .param("job", REFRESH)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .or(ledger::firstImport);
        return files.named(REFRESH)
                .filter(job -> Overdue.is(job, since, clock.instant()))
                .isPresent();
    }

    /** Index run_job, from each job's newest end. */
    private Map<String, Instant> lastGood() {
        return db
                .sql("""
                        select j.name, r.ended_at from unnest(:names) j(name)
                        cross join lateral (select ended_at from run where job = j.name and %s
                                            order by id desc limit 1) r
                        """.formatted(GOOD))
                .param("names", files.names().toArray(String[]::new))
                .query((row, n) ->
                        Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Figures.Runs> runs() {
        return db.sql("select job, state, count(*) from run group by job, state")
                .query((row, n) -> new Figures.Runs(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** As the run itself reported. Index run_job. */
    private Figures.Pages pages() {
        return db.sql(
                        "select coalesce((counts ->> 'sources')::bigint, 0), coalesce((counts ->> 'unverifiable')::bigint, 0)"
                                + " from run where job = :job and " + GOOD + " order by id desc limit 1")
                .param("job", REFRESH)
                .query((row, n) -> new Figures.Pages(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new Figures.Pages(0, 0));
    }

    /** Index reason_open. */
    private List<Figures.Lane> lanes() {
        return db.sql("""
                        select l.lane, count(distinct r.work_item_id) as items, min(r.opened_at) as oldest
                        from unnest(:lanes) l(lane) left join reason r on r.lane = l.lane and r.closed_at is null
                        group by l.lane
                        """)
                .param("lanes", Arrays.stream(Lane.values()).map(Lane::label).toArray(String[]::new))
                .query((row, n) -> lane(row))
                .list();
    }

    private static Figures.Lane lane(ResultSet row) throws SQLException {
        return new Figures.Lane(
                row.getString("lane"),
                row.getLong("items"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant));
    }

    private Map<String, Long> alerts() {
        return db
                .sql("select kind, count(*) filter (where closed_at is null) from alert group by kind")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Index outbox_due. */
    private long undelivered() {
        return db.sql("select count(*) from outbox where delivered_at is null")
                .query(Long.class)
                .single();
    }

    private long databaseBytes() {
        return db.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }
}
