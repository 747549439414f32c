package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Timeline.Event;
import org.evidencewatch.change.Timeline.Judged;
import org.evidencewatch.change.Timeline.Observed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows what the captures of a page meant. Reads only. */
@Repository
public class Timelines {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the timeline of a source.
     *
     * @param below the capture below which it begins; empty for the newest
     */
    public Timeline of(long source, Optional<Long> below) {
        List<Event> events = events(source, below, PAGE + 1);
        boolean more = events.size() > PAGE;
        List<Event> page = more ? events.subList(0, PAGE) : events;
        return Timeline.of(page, more ? Optional.of(page.getLast().capture()) : Optional.empty());
    }

    /**
     * So many captures of a source one by one, the newest first, below one of them if it is named.
     *
     * <p>Walks capture_latest; then comparison_capture_id_key, change_comparison_id_key and, for confirmations, change_source.
     */
    public List<Event> events(long source, Optional<Long> below, int most) {
        return jdbc.sql("""
                        select c.id, c.at, c.purpose, c.good, c.outcome, c.detail, c.signed_by, m.verdict, m.severity,
                               m.baseline_capture_id, g.id as change_id, g.kind as change_kind, g.state, k.change_id as confirms,
                               q.capture_id is not null as quarantined
                        from capture c
                        left join comparison m on m.capture_id = c.id
                        left join change_state g on g.comparison_id = m.id
                        left join quarantine q on q.capture_id = c.id
                        left join lateral (select x.change_id from change z join confirmation x on x.change_id = z.id
                            where z.source_id = c.source_id and x.capture_id = c.id limit 1) k on true
                        where c.source_id = :source and c.id < :below
                        order by c.id desc limit :most""")
                .param("source", source)
                .param("below", below.orElse(Long.MAX_VALUE))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("purpose"),
                row.getBoolean("good"),
                row.getString("outcome"),
                row.getString("detail"),
                judged(row),
                observed(row),
                Optional.ofNullable(row.getObject("confirms", Long.class)),
                row.getBoolean("quarantined"),
                Optional.ofNullable(row.getString("signed_by")));
    }

    private static Optional<Judged> judged(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? Optional.empty()
                : Optional.of(new Judged(
                        verdict,
                        row.getInt("severity"),
                        Optional.ofNullable(row.getObject("baseline_capture_id", Long.class))));
    }

    private static Optional<Observed> observed(ResultSet row) throws SQLException {
        Long change = row.getObject("change_id", Long.class);
        return change == null
                ? Optional.empty()
                : Optional.of(new Observed(change, row.getString("change_kind"), row.getString("state")));
    }
}
