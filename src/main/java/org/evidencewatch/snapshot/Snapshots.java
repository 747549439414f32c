package org.evidencewatch.snapshot;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.Redirect;
import org.evidencewatch.fetch.Validators;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The store of captures and of the bytes they brought. Takes part in the caller's transaction. */
@Repository
public class Snapshots {

    private static final int LEVEL = 3;
    private static final int MOST_HEADER_CHARACTERS = 2_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json = new JsonMapper();

    Snapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Compresses a body as {@link #file} wants it (zstd); costs CPU, so do it outside the transaction. */
    public static byte[] pack(byte[] body) {
        return Zstd.compress(body, LEVEL);
    }

    /** Reserves ids for so many captures. */
    public List<Long> reserve(int count) {
        return jdbc.query(
                "select nextval(pg_get_serial_sequence('capture', 'id')) from generate_series(1, ?)",
                (rs, n) -> rs.getLong(1),
                count);
    }

    /**
     * Files captures, bytes first; bytes that are there already are not stored again. Bytes go in the order of their
     * digests: two batches with the same pages would otherwise wait for each other.
     */
    public void file(List<Filed> batch) {
        var bodies = batch.stream()
                .filter(f -> f.packed().isPresent())
                .sorted(Comparator.comparing(
                        f -> ((Response) f.capture()).digest().hex()))
                .toList();
        jdbc.batchUpdate("""
                insert into snapshot (digest, body, length, created_at) values (?, ?, ?, ?)
                on conflict (digest) do nothing""", bodies, 100, Snapshots::bindBody);
        jdbc.batchUpdate("""
                insert into capture (id, run_id, source_id, purpose, kind, profile, refers_to, outcome, detail, good,
                    requested_url, effective_url, redirects, status, headers, etag, last_modified, snapshot_digest,
                    content_encoding, wire_length, at, duration_ms, signed_by, seen_at)
                overriding system value
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", batch, 100, this::bind);
    }

    /**
     * The bytes of a snapshot.
     *
     * @throws IllegalStateException if they are missing, were removed, or no longer have their digest
     */
    public byte[] body(ContentDigest digest) {
        record Row(byte[] body, long length) {}
        var row = jdbc
                .query(
                        "select body, length from snapshot where digest = ?",
                        (rs, n) -> new Row(rs.getBytes(1), rs.getLong(2)),
                        digest.hex())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("snapshot " + digest + " is missing"));
        if (row.body().length == 0) {
            throw new IllegalStateException("the bytes of snapshot " + digest + " were removed, as nothing cited them");
        }
        byte[] body = Zstd.decompress(row.body(), Math.toIntExact(row.length()));
        if (!ContentDigest.of(body).equals(digest)) {
            throw new IllegalStateException("snapshot " + digest + " no longer has its digest");
        }
        return body;
    }

    /** What we hold of these sources: the newest good capture of each. Index capture_latest_good. */
    public Map<Long, Held> held(Collection<Long> sources) {
        var held = new HashMap<Long, Held>();
        jdbc.query(
                """
                select s.id, r.id, r.snapshot_digest, r.status, c.effective_url, c.etag, c.last_modified,
                    (select coalesce(min(n) filter (where x.profile is distinct from 'server-not-modified') - 1, count(*))
                     from (select y.profile, row_number() over (order by y.id desc) as n from capture y
                           where y.source_id = s.id and y.good order by y.id desc limit ?) x)
                from unnest(?) as s(id)
                join lateral (select * from capture x where x.source_id = s.id and x.good
                                and not exists (select 1 from quarantine q where q.capture_id = x.id)
                              order by x.id desc limit 1) c on true
                join capture r on r.id = coalesce(c.refers_to, c.id)""",
                rs -> {
                    held.put(
                            rs.getLong(1),
                            new Held(
                                    rs.getLong(2),
                                    new ContentDigest(rs.getString(3)),
                                    rs.getInt(4),
                                    URI.create(rs.getString(5)),
                                    Conditional.offered(
                                            Validators.of(
                                                    Optional.ofNullable(rs.getString(6)),
                                                    Optional.ofNullable(rs.getString(7))),
                                            rs.getInt(8))));
                },
                Conditional.BELIEVED,
                sources.toArray(Long[]::new));
        return held;
    }

    /** Digests of snapshots whose bytes no longer have them. Reads every byte of the store, a page at a time. */
    public List<String> corrupt() {
        return jdbc
                .query(
                        "select digest from snapshot s where not exists (select 1 from snapshot_removal r"
                                + " where r.digest = s.digest)",
                        (rs, n) -> new ContentDigest(rs.getString(1)))
                .stream()
                .filter(digest -> intactBody(digest).isEmpty())
                .map(digest -> "snapshot " + digest)
                .toList();
    }

    /** Snapshots that no capture refers to. */
    public List<String> unreferenced() {
        return jdbc.query("""
                select 'snapshot ' || s.digest from snapshot s
                where not exists (select 1 from capture c where c.snapshot_digest = s.digest)""", (rs, n) -> rs.getString(1));
    }

    /** Whether retention took the bytes of a snapshot away. */
    boolean removed(ContentDigest digest) {
        return !jdbc.queryForList("select 1 from snapshot_removal where digest = ?", Integer.class, digest.hex())
                .isEmpty();
    }

    /** The bytes of a snapshot; empty where they are missing or no longer have their digest. */
    Optional<byte[]> intactBody(ContentDigest digest) {
        try {
            return Optional.of(body(digest));
        } catch (IllegalStateException | ZstdException e) {
            return Optional.empty();
        }
    }

    private static void bindBody(PreparedStatement ps, Filed filed) throws SQLException {
        var response = (Response) filed.capture();
        ps.setString(1, response.digest().hex());
        ps.setBytes(2, filed.packed().orElseThrow());
        ps.setLong(3, response.answer().body().length);
        ps.setTimestamp(4, Timestamp.from(response.attempt().at()));
    }

    private void bind(PreparedStatement ps, Filed filed) throws SQLException {
        var attempt = filed.capture().attempt();
        ps.setLong(1, filed.id());
        ps.setLong(2, attempt.runId());
        ps.setLong(3, attempt.sourceId());
        ps.setString(4, attempt.purpose().word());
        ps.setString(8, filed.outcome());
        ps.setString(9, filed.detail());
        ps.setBoolean(10, filed.good());
        ps.setString(11, attempt.url().toString());
        ps.setTimestamp(21, Timestamp.from(attempt.at()));
        ps.setInt(22, Math.toIntExact(attempt.took().toMillis()));
        ps.setString(23, attempt.signedBy().orElse(null));
        ps.setTimestamp(
                24, attempt.signedBy().map(by -> Timestamp.from(attempt.at())).orElse(null));
        switch (filed.capture()) {
            case Response r -> bindResponse(ps, r);
            case Revisit r -> bindRevisit(ps, r);
            case NoCapture n -> bindNothing(ps);
        }
    }

    private void bindResponse(PreparedStatement ps, Response r) throws SQLException {
        var a = r.answer();
        ps.setString(5, "response");
        ps.setString(6, null);
        ps.setNull(7, Types.BIGINT);
        bindAnswer(ps, a.effectiveUrl().toString(), a.redirects(), a.headers());
        ps.setInt(14, a.status());
        ps.setString(16, header(a.headers(), "etag").orElse(null));
        ps.setString(17, header(a.headers(), "last-modified").orElse(null));
        ps.setString(18, r.digest().hex());
        ps.setString(19, a.contentEncoding().orElse(null));
        ps.setLong(20, a.wireLength());
    }

    /** A 304 that names no validator leaves those in force that we sent (RFC 9111, section 4.3.4). */
    private void bindRevisit(PreparedStatement ps, Revisit r) throws SQLException {
        var held = r.held().validators();
        ps.setString(5, "revisit");
        ps.setString(6, r.profile().word());
        ps.setLong(7, r.held().responseId());
        bindAnswer(ps, r.effectiveUrl().toString(), r.redirects(), r.headers());
        ps.setInt(
                14,
                r.profile() == Capture.Profile.SERVER_NOT_MODIFIED
                        ? 304
                        : r.held().status());
        ps.setString(
                16,
                header(r.headers(), "etag")
                        .or(() -> held.flatMap(v -> v.etag()))
                        .orElse(null));
        ps.setString(
                17,
                header(r.headers(), "last-modified")
                        .or(() -> held.flatMap(v -> v.lastModified()))
                        .orElse(null));
        ps.setString(18, null);
        ps.setString(19, null);
        ps.setNull(20, Types.BIGINT);
    }

    private void bindNothing(PreparedStatement ps) throws SQLException {
        ps.setString(5, "no_capture");
        ps.setString(6, null);
        ps.setNull(7, Types.BIGINT);
        bindAnswer(ps, null, List.of(), Map.of());
        ps.setNull(14, Types.INTEGER);
        ps.setString(16, null);
        ps.setString(17, null);
        ps.setString(18, null);
        ps.setString(19, null);
        ps.setNull(20, Types.BIGINT);
    }

    private void bindAnswer(
            PreparedStatement ps, @Nullable String url, List<Redirect> redirects, Map<String, List<String>> headers)
            throws SQLException {
        ps.setString(12, url);
        ps.setString(13, redirects.isEmpty() ? "[]" : json.writeValueAsString(redirects));
        ps.setString(15, headers.isEmpty() ? "{}" : storable(json.writeValueAsString(headers)));
    }

    /** PostgreSQL's jsonb takes no NUL; a header may bring one. */
    private static String storable(String json) {
        return json.replace("\\u0000", "\\ufffd");
    }

    private static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .filter(v -> v.length() <= MOST_HEADER_CHARACTERS && v.indexOf('\0') < 0)
                .findFirst();
    }
}
