package org.evidencewatch.citation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The store of other addresses of sources. Takes part in the caller's transaction. */
@Repository
public class SourceAliases {

    private final JdbcTemplate jdbc;

    SourceAliases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An alias that was seen when a source was read. */
    public record Seen(long source, Alias alias, Instant at) {}

    /** An alias on record. */
    public record Recorded(String url, String kind, Instant firstSeen, Instant lastSeen) {}

    /** Keeps aliases with the time when they were first and last seen; in one order, so that batches never deadlock. */
    public void record(List<Seen> seen) {
        var ordered = seen.stream()
                .sorted(Comparator.comparingLong(Seen::source)
                        .thenComparing(s -> s.alias().url()))
                .toList();
        jdbc.batchUpdate("""
                insert into source_alias (source_id, url, kind, first_seen, last_seen) values (?, ?, ?, ?, ?)
                on conflict (source_id, url) do update
                set last_seen = greatest(source_alias.last_seen, excluded.last_seen)""", ordered, 100, (ps, one) -> {
            ps.setLong(1, one.source());
            ps.setString(2, one.alias().url().toString());
            ps.setString(3, one.alias().kind().word());
            ps.setTimestamp(4, Timestamp.from(one.at()));
            ps.setTimestamp(5, Timestamp.from(one.at()));
        });
    }

    /** A page that stands as it was stands under all its addresses. */
    public void stand(Map<Long, Instant> sources) {
        jdbc.batchUpdate(
                "update source_alias set last_seen = greatest(last_seen, ?) where source_id = ?",
                new TreeMap<>(sources).entrySet(),
                100,
                (ps, source) -> {
                    ps.setTimestamp(1, Timestamp.from(source.getValue()));
                    ps.setLong(2, source.getKey());
                });
    }

    /** Those of the source with that canonical address, the one seen last first. */
    public List<Recorded> of(String canonicalUrl) {
        return jdbc.query(
                """
                select a.url, a.kind, a.first_seen, a.last_seen from source_alias a join source s on s.id = a.source_id
                where s.url = ? order by a.last_seen desc, a.url""",
                (row, n) -> new Recorded(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()),
                canonicalUrl);
    }
}
