package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Flag.Confirmation;
import org.evidencewatch.change.Flag.Ending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Detected changes as they are on record, for whoever asks why one was flagged. */
@Repository
public class Flags {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    Flags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The change of that id. */
    public Optional<Flag> find(long id) {
        return jdbc.sql("""
                        select c.*, s.url, k.capture_id as confirmed_by, o.outcome, o.detail, o.at as ended_at
                        from change_state c
                        join source s on s.id = c.source_id
                        left join confirmation k on k.id = c.confirmation_id
                        left join current_outcome o on o.change_id = c.id
                        where c.id = :id""").param("id", id).query((row, n) -> flag(row)).optional();
    }

    private Flag flag(ResultSet row) throws SQLException {
        var confirmedAt = instant(row, "confirmed_at");
        var endedAt = instant(row, "ended_at");
        long confirmedBy = row.getLong("confirmed_by");
        String outcome = row.getString("outcome");
        String detail = row.getString("detail");
        return new Flag(
                row.getLong("id"),
                row.getString("url"),
                Optional.ofNullable(row.getObject("baseline_capture_id", Long.class)),
                row.getLong("capture_id"),
                new Finding(
                        row.getString("kind"),
                        row.getInt("severity"),
                        json.readValue(row.getString("reasons"), new TypeReference<List<Reason>>() {})),
                Optional.ofNullable(row.getString("candidate_url")),
                new Fingerprint(row.getString("fingerprint")),
                row.getTimestamp("observed_at").toInstant(),
                row.getString("state"),
                confirmedAt.map(at -> new Confirmation(confirmedBy, at)),
                endedAt.map(at -> new Ending(outcome, detail, at)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
