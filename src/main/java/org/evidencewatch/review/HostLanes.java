package org.evidencewatch.review;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for reviewers, by the host of the page, where the page itself is the trouble: gone, moved, not readable. */
@Repository
public class HostLanes {

    private static final String[] OF_THE_PAGE = {Lane.GONE.label(), Lane.MOVED.label(), Lane.CANNOT_READ.label()};

    private final JdbcClient db;
    private final Clock clock;

    HostLanes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Lanes of hosts in which several reasons wait, that with most first. */
    public List<HostLane> shared() {
        return waiting(Optional.empty()).stream()
                .filter(lane -> lane.reasons().size() > 1)
                .toList();
    }

    /** The lanes of one host in which something waits. */
    public List<HostLane> of(String host) {
        return waiting(Optional.of(host));
    }

    private List<HostLane> waiting(Optional<String> host) {
        // work_item_one_open, reason_item, then the keys of source, change and company
        return HostLane.of(db.sql("""
                        select s.host, r.lane, w.id as item, o.slug, o.name, s.url, h.severity
                        from work_item w
                        join reason r on r.work_item_id = w.id and r.closed_at is null
                        join source s on s.id = r.source_id
                        join change h on h.id = r.change_id
                        join company o on o.id = w.company_id
                        where w.closed_at is null and r.lane = any(:lanes)
                          and (r.deferred_until is null or r.deferred_until <= :now)
                          and (:host = '' or s.host = :host)
                        order by h.severity desc, o.slug, s.url""")
                .param("lanes", OF_THE_PAGE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("host", host.orElse(""))
                .query((row, n) -> new HostLane.Row(
                        row.getString("host"),
                        Lane.labelled(row.getString("lane")),
                        new HostLane.Waiting(
                                row.getLong("item"),
                                row.getString("slug"),
                                row.getString("name"),
                                row.getString("url"),
                                row.getInt("severity"))))
                .list());
    }
}
