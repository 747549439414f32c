package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records which pages are lastingly gone: the key of what moves a record without a text to compare. */
@Repository
class Absences {

    /** So long, and so many reads that all said so, with none in between that found the page. */
    static final Duration LASTING = Duration.ofDays(2);

    static final int READS = 3;

    private final JdbcClient db;

    Absences(JdbcClient db) {
        this.db = db;
    }

    /** Records the open changes to "gone" that have lasted. Index capture_latest. */
    void record(Instant at) {
        db.sql("""
                        insert into lasting_absence (change_id, source_id, first_capture_id, last_capture_id, reads, since, at)
                        select x.id, x.source_id, x.capture_id, g.newest, g.reads, g.since, g.until
                        from change_state x
                        join lateral (select max(c.id) as newest, count(*) as reads, min(c.at) as since, max(c.at) as until
                                      from capture c join comparison m on m.capture_id = c.id and m.verdict = 'gone'
                                      where c.source_id = x.source_id and c.id >= x.capture_id and c.at <= :at) g on true
                        where x.kind = 'gone' and x.state = 'open' and g.reads >= :reads
                          and g.until >= g.since + make_interval(secs => :lasting)
                          and not exists (select 1 from capture c
                                          where c.source_id = x.source_id and c.id > x.capture_id and c.good)
                        on conflict (change_id) do nothing
                        """)
                .param("at", Timestamp.from(at))
                .param("reads", READS)
                .param("lasting", LASTING.toSeconds())
                .update();
    }
}
