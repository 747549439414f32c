package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** An account, and a token, as rows. */
final class AccountRow {

    private AccountRow() {}

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                role(row, "role"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("disabled_at")).map(Timestamp::toInstant));
    }

    static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("label"),
                role(row, "role"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }

    static Role role(ResultSet row, String column) throws SQLException {
        return Role.of(row.getString(column)).orElseThrow(() -> new IllegalStateException("no such role: " + column));
    }
}
