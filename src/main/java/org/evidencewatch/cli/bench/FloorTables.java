package org.evidencewatch.cli.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.evidencewatch.fetch.Validators;
import org.evidencewatch.snapshot.ContentDigest;

/** Two plain tables: what was found new, and what was seen again. Not safe for use by several threads. */
public final class FloorTables implements AutoCloseable {

    private final Connection connection;

    private FloorTables(Connection connection) {
        this.connection = connection;
    }

    /** What became of one page. */
    sealed interface Row {}

    /** It is new, or says something else. */
    record Fresh(URI url, ContentDigest digest, Optional<Validators> validators, byte[] body, byte[] text)
            implements Row {}

    /** It is as it was. */
    record Seen(URI url, int status) implements Row {}

    /** It could not be asked for. */
    record Broken(URI url, Exception why) implements Row {}

    /** What is on record of a page. */
    record Held(ContentDigest digest, Optional<Validators> validators) {}

    /** Connects as the environment says, and makes the tables unless they are there. */
    public static FloorTables open(Map<String, String> environment) throws SQLException {
        var properties = new Properties();
        Optional.ofNullable(environment.get(BenchDatabase.USER)).ifPresent(user -> properties.put("user", user));
        Optional.ofNullable(environment.get(BenchDatabase.PASSWORD))
                .ifPresent(password -> properties.put("password", password));
        properties.put("reWriteBatchedInserts", "true");
        var connection = DriverManager.getConnection(environment.getOrDefault(BenchDatabase.URL, ""), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists fresh (
                        id            bigint generated always as identity primary key,
                        url           text  not null,
                        digest        text  not null,
                        etag          text,
                        last_modified text,
                        body          bytea not null,
                        text          bytea not null,
                        at            timestamptz not null default now());
                    alter table fresh alter body set storage external, alter text set storage external;
                    create index if not exists fresh_url on fresh (url, id);
                    create table if not exists seen (
                        id     bigint generated always as identity primary key,
                        url    text not null,
                        status int  not null,
                        at     timestamptz not null default now())""");
        }
        connection.setAutoCommit(false);
        return new FloorTables(connection);
    }

    /** The last that is known of each page. Index fresh_url. */
    Map<URI, Held> held() throws SQLException {
        var held = new HashMap<URI, Held>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select distinct on (url) url, digest, etag, last_modified from fresh order by url, id desc""")) {
            while (rows.next()) {
                var validators =
                        Validators.of(Optional.ofNullable(rows.getString(3)), Optional.ofNullable(rows.getString(4)));
                held.put(URI.create(rows.getString(1)), new Held(new ContentDigest(rows.getString(2)), validators));
            }
        }
        connection.commit();
        return held;
    }

    /** Adds rows in one transaction. */
    void add(List<Row> rows) throws SQLException {
        try (var fresh = connection.prepareStatement(
                        "insert into fresh (url, digest, etag, last_modified, body, text) values (?, ?, ?, ?, ?, ?)");
                var seen = connection.prepareStatement("insert into seen (url, status) values (?, ?)")) {
            for (Row row : rows) {
                switch (row) {
                    case Fresh f -> bind(fresh, f);
                    case Seen s -> bind(seen, s);
                    case Broken b -> throw new IllegalStateException("the floor could not read " + b.url(), b.why());
                }
            }
            fresh.executeBatch();
            seen.executeBatch();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void bind(PreparedStatement insert, Fresh row) throws SQLException {
        insert.setString(1, row.url().toString());
        insert.setString(2, row.digest().hex());
        insert.setString(3, row.validators().flatMap(Validators::etag).orElse(null));
        insert.setString(4, row.validators().flatMap(Validators::lastModified).orElse(null));
        insert.setBytes(5, row.body());
        insert.setBytes(6, row.text());
        insert.addBatch();
    }

    private static void bind(PreparedStatement insert, Seen row) throws SQLException {
        insert.setString(1, row.url().toString());
        insert.setInt(2, row.status());
        insert.addBatch();
    }
}
