package org.evidencewatch.extract;

import com.github.luben.zstd.Zstd;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Alias;
import org.evidencewatch.snapshot.ContentDigest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The store of readings: one for each capture and extractor version. Takes part in the caller's transaction. */
@Repository
public class Extractions {

    private static final int LEVEL = 3;
    private static final int MOST_DOCUMENT_BYTES = 64 << 20;

    private final JdbcTemplate jdbc;
    private final JsonMapper json = new JsonMapper();

    Extractions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A reading of one capture. */
    public record Of(long captureId, Reading reading, ContentDigest comparisonDigest, Instant at) {}

    /** Keeps readings; a reading of the same capture by the same version is kept once. */
    public void save(List<Of> readings) {
        jdbc.batchUpdate("""
                insert into extraction (capture_id, extractor_version, platform, way, state, state_reasons, title, coverage,
                    comparison_digest, document, at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                on conflict (capture_id, extractor_version) do nothing""", readings, 100, (ps, of) -> {
            var r = of.reading();
            ps.setLong(1, of.captureId());
            ps.setString(2, r.extractorVersion());
            ps.setString(3, r.platform());
            ps.setString(4, r.way().word());
            ps.setString(5, r.state().name());
            ps.setString(6, json.writeValueAsString(r.stateReasons()));
            ps.setString(7, r.title());
            ps.setDouble(8, r.coverage());
            ps.setString(9, of.comparisonDigest().hex());
            ps.setBytes(10, Zstd.compress(json.writeValueAsBytes(Document.of(r)), LEVEL));
            ps.setTimestamp(11, Timestamp.from(of.at()));
        });
    }

    /** The reading of a capture by this version of the extractor, if it was made. */
    public Optional<Reading> find(long captureId, String extractorVersion) {
        return jdbc
                .query(
                        """
                select platform, way, state, state_reasons, title, coverage, document
                from extraction where capture_id = ? and extractor_version = ?""",
                        (rs, n) -> {
                            Document document = document(rs.getBytes(7));
                            return new Reading(
                                    extractorVersion,
                                    rs.getString(1),
                                    Way.ofWord(rs.getString(2)),
                                    PageState.valueOf(rs.getString(3)),
                                    json.readValue(rs.getString(4), new TypeReference<List<StateReason>>() {}),
                                    rs.getString(5),
                                    document.blocks(),
                                    rs.getDouble(6),
                                    document.notices(),
                                    document.topic(),
                                    document.aliases());
                        },
                        captureId,
                        extractorVersion)
                .stream()
                .findFirst();
    }

    /** What is kept of a reading beside its columns. Earlier versions kept the blocks alone. */
    private record Document(
            List<Block> blocks,
            List<StateReason> notices,
            Optional<Topic> topic,
            Optional<List<Alias>> otherAddresses) {

        static Document of(Reading reading) {
            return new Document(reading.blocks(), reading.notices(), reading.topic(), Optional.of(reading.aliases()));
        }

        List<Alias> aliases() {
            return otherAddresses.orElse(List.of());
        }
    }

    private record EarlierBlock(String heading, String text, String comparisonText) {}

    private Document document(byte[] stored) {
        byte[] bytes = unpacked(stored);
        if (bytes[0] != '[') {
            return json.readValue(bytes, Document.class);
        }
        var blocks = json.readValue(bytes, new TypeReference<List<EarlierBlock>>() {}).stream()
                .map(block -> new Block(block.heading(), block.text(), block.comparisonText()))
                .toList();
        return new Document(blocks, List.of(), Optional.empty(), Optional.empty());
    }

    private static byte[] unpacked(byte[] document) {
        long length = Zstd.getFrameContentSize(document);
        if (length < 0 || length > MOST_DOCUMENT_BYTES) {
            throw new IllegalStateException("an extraction of impossible length: " + length);
        }
        return Zstd.decompress(document, (int) length);
    }
}
