package org.evidencewatch.extract;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings of captures by today's extractor: as they were kept, or made anew from the stored bytes where they were
 * made by another version. Two sides of a comparison are thus always read the same way.
 */
@Repository
public class Readings {

    private final JdbcClient jdbc;
    private final Extractions extractions;
    private final Snapshots snapshots;
    private final Extractor extractor;
    private final JsonMapper json = new JsonMapper();

    Readings(JdbcClient jdbc, Extractions extractions, Snapshots snapshots, Extractor extractor) {
        this.jdbc = jdbc;
        this.extractions = extractions;
        this.snapshots = snapshots;
        this.extractor = extractor;
    }

    /** The reading of a capture that brought bytes. */
    public Reading of(long responseId) {
        return extractions.find(responseId, extractor.version()).orElseGet(() -> anew(responseId));
    }

    /** The reading of a capture that brought bytes, found in that way. */
    public Reading of(long responseId, Way way) {
        Reading own = of(responseId);
        return own.way() == way ? own : extractor.read(page(responseId), way);
    }

    /** The reading of a capture that brought bytes, made from them by today's extractor whatever was kept. */
    public Reading anew(long responseId) {
        return extractor.read(page(responseId));
    }

    /** The version of the extractor that first read a capture. */
    public Optional<String> firstReadBy(long responseId) {
        return jdbc.sql("select extractor_version from extraction where capture_id = :id order by id limit 1")
                .param("id", responseId)
                .query(String.class)
                .optional();
    }

    private Page page(long responseId) {
        return jdbc.sql("""
                        select requested_url, effective_url, status, headers, snapshot_digest
                        from capture where id = :id and kind = 'response'""")
                .param("id", responseId)
                .query((rs, n) -> new Page(
                        Optional.of(URI.create(rs.getString(1))),
                        Optional.of(URI.create(rs.getString(2))),
                        rs.getInt(3),
                        json.readValue(rs.getString(4), new TypeReference<Map<String, List<String>>>() {}),
                        snapshots.body(new ContentDigest(rs.getString(5)))))
                .single();
    }
}
