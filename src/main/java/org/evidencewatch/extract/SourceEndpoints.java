package org.evidencewatch.extract;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.SourceEndpoint.Outcome;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of what is known of endpoints. Takes part in the caller's transaction. */
@Repository
public class SourceEndpoints {

    private final JdbcClient jdbc;

    SourceEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known for each of these sources. Index baseline_current. */
    public Map<Long, SourceEndpoint> of(Collection<Long> sources) {
        var known = new HashMap<Long, SourceEndpoint>();
        jdbc.sql("""
                        select s.id, p.platform, e.url, e.tried_at, e.adopted_at, e.failed_at
                        from unnest(:sources) as s(id)
                        left join lateral (
                            select x.platform from current_baseline b
                            join capture c on c.id = b.capture_id
                            join extraction x on x.capture_id = coalesce(c.refers_to, c.id)
                            where b.source_id = s.id order by x.id desc limit 1) p on true
                        left join source_endpoint e on e.source_id = s.id""").param("sources", sources.toArray(Long[]::new)).query(row -> {
            known.put(
                    row.getLong("id"), new SourceEndpoint(Optional.ofNullable(row.getString("platform")), trial(row)));
        });
        return known;
    }

    private static Optional<Trial> trial(ResultSet row) throws SQLException {
        Timestamp tried = row.getTimestamp("tried_at");
        Timestamp failed = row.getTimestamp("failed_at");
        if (tried == null) {
            return Optional.empty();
        }
        URI url = URI.create(row.getString("url"));
        if (row.getTimestamp("adopted_at") != null) {
            return Optional.of(new Trial(url, tried.toInstant(), Outcome.ADOPTED));
        }
        return Optional.of(
                failed == null
                        ? new Trial(url, tried.toInstant(), Outcome.DIFFERS)
                        : new Trial(url, failed.toInstant(), Outcome.FAILED));
    }

    /** Keeps what became of a trial, in the place of the one before. */
    public void record(long source, Trial trial) {
        var at = Timestamp.from(trial.at());
        jdbc.sql("""
                        insert into source_endpoint (source_id, url, tried_at, adopted_at, failed_at)
                        values (:source, :url, :at, :adopted, :failed)
                        on conflict (source_id) do update
                        set url = excluded.url, tried_at = excluded.tried_at, adopted_at = excluded.adopted_at,
                            failed_at = excluded.failed_at""")
                .param("source", source)
                .param("url", trial.url().toString())
                .param("at", at)
                .param("adopted", trial.outcome() == Outcome.ADOPTED ? at : null, Types.TIMESTAMP)
                .param("failed", trial.outcome() == Outcome.FAILED ? at : null, Types.TIMESTAMP)
                .update();
    }
}
