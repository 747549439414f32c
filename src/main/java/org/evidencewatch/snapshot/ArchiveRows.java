package org.evidencewatch.snapshot;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.Redirect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The captures of an export, a page at a time in the order of their times. Reads only, and no bytes. */
@Repository
class ArchiveRows {

    static final int PAGE = 200;

    /** A revisit in range brings the capture that it refers to, so that an export can be read by itself. */
    private static final String ORDERED = """
            c.id <= :last
            and (c.at between coalesce(:since::timestamptz, '-infinity') and coalesce(:until::timestamptz, 'infinity')
                 or exists (select 1 from capture v where v.refers_to = c.id
                     and v.at between coalesce(:since::timestamptz, '-infinity') and coalesce(:until::timestamptz, 'infinity')))
            and (:company = '' or exists (select 1 from citation t join company o on o.id = t.company_id
                                          where t.source_id = c.source_id and o.slug = :company))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    ArchiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest capture on record: what is filed meanwhile is left to the next export. Index capture_pkey. */
    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from capture")
                .query(Long.class)
                .single();
    }

    /** How many there are up to that id. */
    long count(ArchiveOrder order, long last) {
        return ordered("select count(*) from capture c where " + ORDERED, order, last)
                .query(Long.class)
                .single();
    }

    /** The next ones after a time and an id. Indexes capture_in_time, capture_revisited. */
    List<ArchivedCapture> page(ArchiveOrder order, long last, Instant at, long id) {
        return ordered("""
                        select c.*, r.at as r_at, r.requested_url as r_requested, r.effective_url as r_effective,
                            coalesce(c.snapshot_digest, r.snapshot_digest) as digest, p.length as r_length
                        from capture c
                        left join capture r on r.id = c.refers_to
                        left join snapshot p on p.digest = r.snapshot_digest
                        where (c.at, c.id) > (:at, :id) and
                        """ + ORDERED + "order by c.at, c.id limit :page", order, last)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .param("page", PAGE)
                .query((row, n) -> capture(row))
                .list();
    }

    private StatementSpec ordered(String sql, ArchiveOrder order, long last) {
        return jdbc.sql(sql)
                .param("last", last)
                .param("since", order.since().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("until", order.until().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("company", order.company().orElse(""));
    }

    private ArchivedCapture capture(ResultSet row) throws SQLException {
        var name = name(row, "id", "at", "requested_url");
        String kind = row.getString("kind");
        if (kind.equals("no_capture")) {
            return new ArchivedCapture.Missed(name, new FailureNote(row.getString("outcome"), row.getString("detail")));
        }
        var headers = json.readValue(row.getString("headers"), new TypeReference<Map<String, List<String>>>() {});
        var digest = new ContentDigest(row.getString("digest"));
        if (row.getString("purpose").equals(Purpose.MANUAL.word())) {
            var type = headers.getOrDefault("content-type", List.of()).stream().findFirst();
            return new ArchivedCapture.Brought(name, type, digest);
        }
        var answer = new ArchivedCapture.Answer(
                URI.create(row.getString("effective_url")),
                json.readValue(row.getString("redirects"), new TypeReference<List<Redirect>>() {}),
                row.getInt("status"),
                headers);
        return kind.equals("response")
                ? new ArchivedCapture.Received(name, answer, digest)
                : new ArchivedCapture.Revisited(
                        name, answer, Capture.Profile.ofWord(row.getString("profile")), original(row, digest));
    }

    private static ArchivedCapture.Original original(ResultSet row, ContentDigest digest) throws SQLException {
        var name = name(row, "refers_to", "r_at", "r_requested");
        String url = Optional.ofNullable(row.getString("r_effective")).orElse(name.url());
        return new ArchivedCapture.Original(name, URI.create(url), digest, row.getLong("r_length"));
    }

    private static ArchivedCapture.Name name(ResultSet row, String id, String at, String url) throws SQLException {
        return new ArchivedCapture.Name(row.getLong(id), row.getTimestamp(at).toInstant(), row.getString(url));
    }
}
