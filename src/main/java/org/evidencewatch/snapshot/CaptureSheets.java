package org.evidencewatch.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.Redirect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows captures with all that is on record of them. Reads only, and no bytes. */
@Repository
public class CaptureSheets {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    CaptureSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The capture of that id. Index capture_pkey, and those of what it refers to. */
    public Optional<CaptureSheet> find(long id) {
        return jdbc.sql("""
                        select c.*, s.url, q.capture_id is not null as quarantined, r.id as response, r.snapshot_digest as digest,
                               p.length, r.content_encoding as encoding, r.wire_length as wire
                        from capture c
                        join source s on s.id = c.source_id
                        left join quarantine q on q.capture_id = c.id
                        left join capture r on r.id = coalesce(c.refers_to, c.id) and r.kind = 'response'
                        left join snapshot p on p.digest = r.snapshot_digest
                        where c.id = :id""").param("id", id).query((row, n) -> sheet(row)).optional();
    }

    /** The capture of the same page before that one. Index capture_latest. */
    public Optional<Long> older(CaptureSheet than) {
        return jdbc.sql("select id from capture where source_id = :source and id < :id order by id desc limit 1")
                .param("source", than.sourceId())
                .param("id", than.id())
                .query(Long.class)
                .optional();
    }

    /** The capture of the same page after that one. Index capture_latest. */
    public Optional<Long> newer(CaptureSheet than) {
        return jdbc.sql("select id from capture where source_id = :source and id > :id order by id limit 1")
                .param("source", than.sourceId())
                .param("id", than.id())
                .query(Long.class)
                .optional();
    }

    private CaptureSheet sheet(ResultSet row) throws SQLException {
        return new CaptureSheet(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("url"),
                row.getTimestamp("at").toInstant(),
                Duration.ofMillis(row.getInt("duration_ms")),
                row.getString("purpose"),
                kind(row),
                Optional.ofNullable(row.getObject("refers_to", Long.class)),
                row.getString("outcome"),
                row.getString("detail"),
                row.getBoolean("good"),
                row.getBoolean("quarantined"),
                row.getString("requested_url"),
                Optional.ofNullable(row.getString("effective_url")),
                json.readValue(row.getString("redirects"), new TypeReference<List<Redirect>>() {}),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                json.readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {}),
                shown(row),
                Optional.ofNullable(row.getString("signed_by")));
    }

    private static String kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind").replace('_', ' ');
        return Optional.ofNullable(row.getString("profile"))
                .map(profile -> kind + ", " + profile)
                .orElse(kind);
    }

    private static Optional<CaptureSheet.Shown> shown(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        return digest == null
                ? Optional.empty()
                : Optional.of(new CaptureSheet.Shown(
                        row.getLong("response"),
                        new ContentDigest(digest),
                        row.getLong("length"),
                        Optional.ofNullable(row.getString("encoding")),
                        Optional.ofNullable(row.getObject("wire", Long.class))));
    }
}
