package org.evidencewatch.job;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of history is to be read again. Asks for a page at a time, by the key that comes after the last. */
@Repository
class StoredHistory {

    private static final String IN_SCOPE = """
            and (:company = '' or exists (select 1 from citation t join company o on o.id = t.company_id
                                          where t.source_id = s.id and o.slug = :company))
            """;

    private final JdbcClient jdbc;

    StoredHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A source with captures in the scope of a request. */
    record Source(long id, String url) {}

    /** How a capture was read before today's extractor. */
    record Earlier(String state, String comparisonDigest) {}

    /** How many captures brought bytes. */
    int captures(ReextractRequest request) {
        return asked(request, """
                        select count(*) from capture c join source s on s.id = c.source_id
                        where c.kind = 'response' and c.at >= :since
                        """ + IN_SCOPE).query((rs, n) -> rs.getInt(1)).single();
    }

    /** The next captures that brought bytes and were not read by that extractor. */
    List<Long> unread(ReextractRequest request, String extractorVersion, long after, int most) {
        return asked(request, """
                        select c.id from capture c join source s on s.id = c.source_id
                        where c.id > :after and c.kind = 'response' and c.at >= :since
                          and not exists (select 1 from extraction x
                                          where x.capture_id = c.id and x.extractor_version = :version)
                        """ + IN_SCOPE + "order by c.id limit :most")
                .param("version", extractorVersion)
                .param("after", after)
                .param("most", most)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** The next source. Index capture_latest. */
    Optional<Source> source(ReextractRequest request, long after) {
        return asked(request, """
                        select s.id, s.url from source s
                        where s.id > :after
                          and exists (select 1 from capture c where c.source_id = s.id and c.at >= :since)
                        """ + IN_SCOPE + "order by s.id limit 1")
                .param("after", after)
                .query((rs, n) -> new Source(rs.getLong(1), rs.getString(2)))
                .optional();
    }

    /** The newest reading of a capture by another extractor; empty where there is none. */
    Optional<Earlier> earlier(long responseId, String extractorVersion) {
        return jdbc.sql("""
                        select state, comparison_digest from extraction
                        where capture_id = :id and extractor_version <> :version order by id desc limit 1""")
                .param("id", responseId)
                .param("version", extractorVersion)
                .query((rs, n) -> new Earlier(rs.getString(1), rs.getString(2)))
                .optional();
    }

    /** Changes of a source of which nobody was told, for no later read agreed. */
    Set<Long> untold(long sourceId) {
        return jdbc.sql(
                        "select id from change_state where source_id = :source and state in ('unconfirmed', 'suppressed')")
                .param("source", sourceId)
                .query((rs, n) -> rs.getLong(1))
                .set();
    }

    /** The captures of a source in the scope of a request that show something. */
    Set<Long> ofSource(ReextractRequest request, long sourceId) {
        return jdbc.sql("""
                        select id from capture
                        where source_id = :source and at >= :since and kind <> 'no_capture'""")
                .param("source", sourceId)
                .param("since", since(request))
                .query((rs, n) -> rs.getLong(1))
                .set();
    }

    private JdbcClient.StatementSpec asked(ReextractRequest request, String sql) {
        return jdbc.sql(sql).params(Map.of("company", request.company().orElse(""), "since", since(request)));
    }

    private static Timestamp since(ReextractRequest request) {
        return request.since().map(Timestamp::from).orElse(new Timestamp(0));
    }
}
