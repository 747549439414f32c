package org.evidencewatch.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.LastConfirmed.Seer;

/** Values of columns that may be empty. */
final class Row {

    private Row() {}

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    static Optional<Long> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Dimension dimension(ResultSet row) throws SQLException {
        String key = row.getString("dimension");
        return Dimension.withKey(key).orElseThrow(() -> new IllegalStateException("no such dimension: " + key));
    }

    /** The three columns {@code X_at}, {@code X_snapshot} and {@code X_by}; empty unless all are there. */
    static Optional<LastConfirmed> confirmed(ResultSet row, String prefix) throws SQLException {
        var at = time(row, prefix + "_at");
        var snapshot = text(row, prefix + "_snapshot");
        var by = text(row, prefix + "_by").flatMap(Seer::ofWord);
        return at.isPresent() && snapshot.isPresent() && by.isPresent()
                ? Optional.of(new LastConfirmed(at.get(), snapshot.get(), by.get()))
                : Optional.empty();
    }
}
