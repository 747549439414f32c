package org.evidencewatch.snapshot;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.Redirect;
import org.evidencewatch.fetch.Validators;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Profile;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Captures rebuilt from what is stored, bytes included, so that what was made of them can be made once more. */
@Repository
public class PastCaptures {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final JsonMapper json = new JsonMapper();

    PastCaptures(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** The capture of that id, which must be on record. */
    public Capture of(long id) {
        return jdbc.sql("""
                        select c.*, h.snapshot_digest as held_digest, h.status as held_status
                        from capture c left join capture h on h.id = c.refers_to where c.id = :id""").param("id", id).query((row, n) -> capture(row)).single();
    }

    private Capture capture(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "response" -> response(row);
            case "revisit" -> revisit(row);
            case "no_capture" -> new NoCapture(attempt(row), row.getString("outcome"), row.getString("detail"));
            default -> throw new IllegalStateException("no kind of capture: " + row.getString("kind"));
        };
    }

    private Response response(ResultSet row) throws SQLException {
        var digest = new ContentDigest(row.getString("snapshot_digest"));
        var answer = new Received(
                row.getInt("status"),
                headers(row),
                snapshots.body(digest),
                effectiveUrl(row),
                redirects(row),
                Optional.ofNullable(row.getString("content_encoding")),
                row.getLong("wire_length"));
        return new Response(attempt(row), answer, digest);
    }

    private Revisit revisit(ResultSet row) throws SQLException {
        var held = new Held(
                row.getLong("refers_to"),
                new ContentDigest(row.getString("held_digest")),
                row.getInt("held_status"),
                effectiveUrl(row),
                Validators.of(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))));
        return new Revisit(
                attempt(row),
                Profile.ofWord(row.getString("profile")),
                held,
                effectiveUrl(row),
                redirects(row),
                headers(row));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("run_id"),
                row.getLong("source_id"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                URI.create(row.getString("requested_url")),
                row.getTimestamp("at").toInstant(),
                Duration.ofMillis(row.getInt("duration_ms")),
                Optional.ofNullable(row.getString("signed_by")));
    }

    private static URI effectiveUrl(ResultSet row) throws SQLException {
        return URI.create(row.getString("effective_url"));
    }

    private Map<String, List<String>> headers(ResultSet row) throws SQLException {
        return json.readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {});
    }

    private List<Redirect> redirects(ResultSet row) throws SQLException {
        return json.readValue(row.getString("redirects"), new TypeReference<List<Redirect>>() {});
    }
}
