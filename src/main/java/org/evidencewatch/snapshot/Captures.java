package org.evidencewatch.snapshot;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Captures as they are on record, for whoever looks back at them. */
@Repository
public class Captures {

    private static final String CAPTURES = """
            select c.id, s.url, c.at, c.outcome, c.detail, r.id as response, r.snapshot_digest, c.effective_url, c.signed_by,
                   u.parameters ->> 'why' as why
            from capture c
            join source s on s.id = c.source_id
            join run u on u.id = c.run_id
            left join capture r on r.id = coalesce(c.refers_to, c.id) and r.kind = 'response'
            """;

    private final JdbcClient jdbc;

    Captures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A capture on record.
     *
     * @param url the source's
     * @param outcome its reason code, {@code OK} for a good reading; {@code detail} is one sentence for people
     * @param bytes empty when the attempt brought none
     * @param signed present where no program of ours read it: a person says that they saw it so
     */
    public record Recorded(
            long id,
            String url,
            Instant at,
            String outcome,
            String detail,
            Optional<Bytes> bytes,
            Optional<URI> effectiveUrl,
            Optional<Signed> signed) {}

    /** Who brought a capture, and why. */
    public record Signed(String by, String why) {}

    /** What a capture showed: the capture that brought it (the same, or the one that a revisit refers to). */
    public record Bytes(long responseId, ContentDigest digest) {}

    /** The capture of that id. */
    public Optional<Recorded> find(long id) {
        return jdbc.sql(CAPTURES + "where c.id = :id")
                .param("id", id)
                .query((row, n) -> recorded(row))
                .optional();
    }

    /** The newest good captures of a source, the newest first. Index capture_latest_good. */
    public List<Recorded> newestGood(String canonicalUrl, int most) {
        return jdbc.sql(CAPTURES + "where s.url = :url and c.good order by c.id desc limit :most")
                .param("url", canonicalUrl)
                .param("most", most)
                .query((row, n) -> recorded(row))
                .list();
    }

    /** The newest capture of a source up to then, whatever it brought. Index capture_latest. */
    public Optional<Recorded> newest(String canonicalUrl, Optional<Instant> until) {
        return jdbc.sql(CAPTURES + """
                        where s.url = :url and c.at <= coalesce(:until::timestamptz, 'infinity')
                        order by c.id desc limit 1""")
                .param("url", canonicalUrl)
                .param("until", until.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .query((row, n) -> recorded(row))
                .optional();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("id"),
                row.getString("url"),
                row.getTimestamp("at").toInstant(),
                row.getString("outcome"),
                row.getString("detail"),
                bytes(row),
                Optional.ofNullable(row.getString("effective_url")).map(URI::create),
                signed(row));
    }

    private static Optional<Signed> signed(ResultSet row) throws SQLException {
        String by = row.getString("signed_by");
        return by == null
                ? Optional.empty()
                : Optional.of(
                        new Signed(by, Optional.ofNullable(row.getString("why")).orElse("")));
    }

    private static Optional<Bytes> bytes(ResultSet row) throws SQLException {
        String digest = row.getString("snapshot_digest");
        return digest == null
                ? Optional.empty()
                : Optional.of(new Bytes(row.getLong("response"), new ContentDigest(digest)));
    }
}
