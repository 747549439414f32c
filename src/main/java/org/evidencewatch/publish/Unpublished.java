package org.evidencewatch.publish;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what waits to be published. Reads only. */
@Component
public class Unpublished {

    private final JdbcClient db;

    Unpublished(JdbcClient db) {
        this.db = db;
    }

    /**
     * What waits.
     *
     * @param last when the index was published last
     * @param decisions taken since then and not taken back
     * @param revisions of records that they made
     */
    public record Waiting(Optional<Instant> last, int decisions, int revisions) {}

    /** What was decided since the last publication. */
    public Waiting waiting() {
        return db.sql("""
                        with last as (select max(at) as at, coalesce(max(last_decision_id), 0) as decision from publication)
                        select l.at, count(d.id) as decisions, count(v.id) as revisions
                        from last l
                        left join decision d on d.id > l.decision and d.verdict not in ('undo', 'defer', 'needs-second-opinion')
                            and not exists (select 1 from decision u where u.undoes = d.id)
                        left join revision v on v.decision_id = d.id
                        group by l.at
                        """)
                .query((row, n) -> new Waiting(
                        Optional.ofNullable(row.getTimestamp("at")).map(at -> at.toInstant()),
                        row.getInt("decisions"),
                        row.getInt("revisions")))
                .single();
    }
}
