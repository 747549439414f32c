package org.evidencewatch.change;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Verdict.Moved;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what captures mean: one comparison each, and what follows for detections. In the caller's transaction. */
@Repository
public class Comparisons {

    private final JdbcTemplate jdbc;
    private final JsonMapper json = new JsonMapper();

    Comparisons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A judged capture, and the rules by which it was judged. */
    public record Judged(
            long runId,
            long captureId,
            long sourceId,
            Optional<Long> baselineCaptureId,
            Judgement judgement,
            Versions by,
            Instant at) {}

    /** Records verdicts and their effects. */
    public void record(List<Judged> batch) {
        jdbc.batchUpdate("""
                insert into comparison (run_id, capture_id, source_id, baseline_capture_id, verdict, severity, reasons,
                    fingerprint, at, extractor_version, detector_version)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""", batch, 100, this::bind);
        for (Judged judged : batch) {
            if (judged.judgement().becomesBaseline()) {
                jdbc.update(
                        "insert into baseline (source_id, capture_id, at) values (?, ?, ?)",
                        judged.sourceId(),
                        judged.captureId(),
                        Timestamp.from(judged.at()));
            }
            judged.judgement().effects().forEach(effect -> apply(effect, judged));
        }
    }

    private void bind(PreparedStatement ps, Judged judged) throws SQLException {
        var verdict = judged.judgement().verdict();
        ps.setLong(1, judged.runId());
        ps.setLong(2, judged.captureId());
        ps.setLong(3, judged.sourceId());
        ps.setObject(4, judged.baselineCaptureId().orElse(null), Types.BIGINT);
        ps.setString(5, Verdicts.word(verdict));
        ps.setInt(6, Verdicts.severity(verdict));
        ps.setString(7, json.writeValueAsString(Verdicts.reasons(verdict)));
        ps.setString(8, judged.judgement().fingerprint().map(Fingerprint::value).orElse(null));
        ps.setTimestamp(9, Timestamp.from(judged.at()));
        ps.setString(10, judged.by().extractor());
        ps.setString(11, judged.by().detector());
    }

    private void apply(Effect effect, Judged judged) {
        switch (effect) {
            case Observe observe -> observe(observe, judged);
            case Confirm confirm ->
                jdbc.update(
                        """
                        insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                        select id, source_id, kind, ?, capture_good, ? from change where id = ?
                        on conflict (change_id) do nothing""",
                        judged.captureId(),
                        Timestamp.from(judged.at()),
                        confirm.change().id());
            case End end ->
                jdbc.update(
                        """
                        insert into change_outcome (change_id, round, outcome, detail, capture_id, at)
                        select c.id, (select count(*) from change_reopening u where u.change_id = c.id), ?, ?, ?, ?
                        from change c where c.id = ?
                        on conflict (change_id, round) do nothing""",
                        end.outcome().word(),
                        end.outcome().detail(),
                        judged.captureId(),
                        Timestamp.from(judged.at()),
                        end.change().id());
        }
    }

    private void observe(Observe observe, Judged judged) {
        var verdict = judged.judgement().verdict();
        Optional<String> candidate =
                verdict instanceof Moved moved ? moved.candidate().map(URI::toString) : Optional.empty();
        jdbc.update(
                """
                insert into change (source_id, kind, comparison_id, baseline_capture_id, capture_id, capture_good,
                    fingerprint, candidate_url, severity, reasons, observed_at)
                select source_id, ?, id, baseline_capture_id, capture_id, ?, ?, ?, severity, reasons, at
                from comparison where capture_id = ?""",
                observe.kind().word(),
                observe.kind().ofWords(),
                observe.fingerprint().value(),
                candidate.orElse(null),
                judged.captureId());
    }
}
