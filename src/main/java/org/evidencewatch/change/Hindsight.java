package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Detection.Origin;
import org.evidencewatch.change.Known.Baseline;
import org.evidencewatch.change.Known.Last;
import org.evidencewatch.change.Known.Text;
import org.evidencewatch.change.Past.Side;
import org.evidencewatch.company.Quote;
import org.evidencewatch.snapshot.ContentDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was known of a source when one of its captures was judged, and what was made of it. */
@Repository
public class Hindsight {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Experiences experiences;
    private final JsonMapper json = new JsonMapper();

    Hindsight(JdbcClient jdbc, Changes changes, Experiences experiences) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.experiences = experiences;
    }

    /** What was made of a capture. */
    public Optional<Past> find(long captureId) {
        return jdbc.sql(PAST + "where c.id = :id")
                .param("id", captureId)
                .query((row, n) -> past(row))
                .optional();
    }

    /** What was made of the captures of a source, in their order. */
    public List<Past> ofSource(long sourceId) {
        return jdbc.sql(PAST + "where c.source_id = :source order by c.id")
                .param("source", sourceId)
                .query((row, n) -> past(row))
                .list();
    }

    /** The words that citations of the source quote today: what they quoted then is not on record. */
    public List<Quote> quotes(long sourceId) {
        return changes.known(List.of(sourceId))
                .getOrDefault(sourceId, Known.NOTHING)
                .quotes();
    }

    /** What was on record of the source when the capture was judged; of quotes, what is today. */
    public Known known(Past past) {
        return new Known(
                past.baseline()
                        .map(side -> new Baseline(side.captureId(), side.responseId(), text(past, side.responseId()))),
                last(past),
                pending(past),
                quotes(past.sourceId()),
                experience(past));
    }

    /** What else the source had shown before that capture. */
    public Experience experience(Past past) {
        return experiences
                .of(List.of(past.sourceId()), past.captureId())
                .getOrDefault(past.sourceId(), Experience.NONE);
    }

    /** The change that a capture shows once more: the one with its fingerprint, else the newest that had no outcome. */
    public Optional<Long> repeated(Past past) {
        boolean words = past.fingerprint().isPresent();
        if (!words && !List.of("moved", "gone").contains(past.recorded().verdict())) {
            return Optional.empty();
        }
        return pending(past).stream()
                .filter(d -> d.kind().ofWords() == words)
                .max(Comparator.comparing(
                                (Detection d) -> Optional.of(d.fingerprint()).equals(past.fingerprint()))
                        .thenComparingLong(Detection::id))
                .map(Detection::id);
    }

    /** As the digest was kept before that capture: a reading made with it, or after it, was not known. */
    private Text text(Past past, long responseId) {
        return jdbc.sql("""
                        select x.comparison_digest, x.extractor_version
                        from extraction x, capture c
                        where c.id = :capture and x.capture_id = :response
                        order by x.at < c.at desc, x.extractor_version = :by desc, x.id desc limit 1""")
                .param("capture", past.captureId())
                .param("response", responseId)
                .param("by", past.by().extractor())
                .query((row, n) -> new Text(new ContentDigest(row.getString(1)), row.getString(2)))
                .single();
    }

    private Optional<Last> last(Past past) {
        return jdbc.sql("""
                        select coalesce(k.refers_to, k.id) as response, m.fingerprint, m.extractor_version,
                            m.detector_version
                        from capture k join comparison m on m.capture_id = k.id
                        where k.source_id = :source and k.good and k.id < :capture order by k.id desc limit 1""")
                .param("source", past.sourceId())
                .param("capture", past.captureId())
                .query((row, n) -> new Last(
                        row.getLong("response"),
                        text(past, row.getLong("response")),
                        Optional.ofNullable(row.getString("fingerprint")).map(Fingerprint::new),
                        by(row)))
                .optional();
    }

    private List<Detection> pending(Past past) {
        return jdbc.sql(PENDING)
                .param("source", past.sourceId())
                .param("capture", past.captureId())
                .param("baseline", past.baseline().map(Side::captureId).orElse(0L))
                .query((row, n) -> new Detection(
                        row.getLong("id"),
                        Kind.ofWord(row.getString("kind")),
                        new Fingerprint(row.getString("fingerprint")),
                        row.getTimestamp("observed_at").toInstant(),
                        row.getBoolean("confirmed"),
                        false,
                        new Origin(
                                Optional.ofNullable(row.getObject("before", Long.class)),
                                row.getLong("after"),
                                by(row)),
                        row.getBoolean("slight")))
                .list();
    }

    private Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getLong("id"),
                row.getLong("source_id"),
                baseline(row),
                new Finding(
                        row.getString("verdict"),
                        row.getInt("severity"),
                        json.readValue(row.getString("reasons"), new TypeReference<List<Reason>>() {})),
                Optional.ofNullable(row.getString("fingerprint")).map(Fingerprint::new),
                row.getBoolean("good"),
                by(row),
                Optional.ofNullable(row.getObject("flagged", Long.class)));
    }

    private static Optional<Side> baseline(ResultSet row) throws SQLException {
        long response = row.getLong("baseline_response");
        return Optional.ofNullable(row.getObject("baseline_capture_id", Long.class))
                .map(id -> new Side(id, response));
    }

    private static Versions by(ResultSet row) throws SQLException {
        return new Versions(row.getString("extractor_version"), row.getString("detector_version"));
    }

    private static final String PAST = """
            select c.id, c.source_id, c.good, m.baseline_capture_id, coalesce(b.refers_to, b.id) as baseline_response,
                m.verdict, m.severity, m.reasons, m.fingerprint, m.extractor_version, m.detector_version, h.id as flagged
            from capture c
            join comparison m on m.capture_id = c.id
            left join capture b on b.id = m.baseline_capture_id
            left join change h on h.comparison_id = m.id
            """;

    /**
     * Detections that had no outcome before the capture. A person's outcome moves the baseline with it: one made beside
     * the same baseline had none yet, whatever the time that a replay pretended.
     */
    private static final String PENDING = """
            select h.id, h.kind, h.fingerprint, h.observed_at, coalesce(f.capture_id < :capture, false) as confirmed,
                coalesce(b.refers_to, b.id) as before, coalesce(k.refers_to, k.id) as after,
                m.extractor_version, m.detector_version, %s as slight
            from change h
            join capture k on k.id = h.capture_id
            join comparison m on m.id = h.comparison_id
            join capture now on now.id = :capture
            left join capture b on b.id = h.baseline_capture_id
            left join confirmation f on f.change_id = h.id
            left join current_outcome o on o.change_id = h.id
            where h.source_id = :source and h.capture_id < :capture
              and (o.change_id is null or case
                when o.capture_id is not null then o.capture_id >= :capture
                when o.decision_id is not null then h.baseline_capture_id = :baseline
                else o.at >= now.at end)
            order by h.id""".formatted(Slight.SQL.replace("c.", "h."));
}
