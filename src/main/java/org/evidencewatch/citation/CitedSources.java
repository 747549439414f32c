package org.evidencewatch.citation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages that records cite now. Reads only. */
@Repository
public class CitedSources {

    private final JdbcClient jdbc;
    private final RecordTables records;

    CitedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.records = new RecordTables(jdbc);
    }

    /** A page by its canonical address. */
    public record Found(long id, String url, String host) {}

    /** The page with this canonical address, or with this as another address, where some record cites it. */
    public Optional<Found> find(String canonical) {
        return jdbc.sql("""
                select id, url, host from source s
                where url = :url
                  and exists (select 1 from citation c where c.source_id = s.id and c.retired_at is null)""")
                .param("url", records.sourceOf(canonical))
                .query((row, n) -> new Found(row.getLong("id"), row.getString("url"), row.getString("host")))
                .optional();
    }
}
