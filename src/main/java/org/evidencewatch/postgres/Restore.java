package org.evidencewatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a backup into a database that has the schema of the backup and no rows: all of it in one transaction, or nothing. Every
 * constraint is checked on what came in. To be called when nobody else uses the database.
 */
@Component
public final class Restore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_CONTENTS = 10_000_000;

    private final JdbcTemplate db;

    Restore(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * What a file says it holds; opens no database.
     *
     * @throws BackupRefused when it is no backup, or only part of one
     */
    public static Archive contents(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var zip = new ZipFile(file.toFile())) {
            Archive archive = JSON.readValue(opened(zip, Archive.ENTRY).readNBytes(LARGEST_CONTENTS), Archive.class);
            if (archive.format() != Archive.FORMAT) {
                throw new BackupRefused(
                        file + " has the format " + archive.format() + ", which this program does not know");
            }
            return archive;
        } catch (ZipException | JacksonException e) {
            throw new BackupRefused(file + " is no backup of Evidence Watch, or only part of one: " + e.getMessage());
        }
    }

    /**
     * Brings it in.
     *
     * @throws BackupRefused when the database holds anything, or the file is not what it says; then nothing was changed
     */
    public Archive from(Path file) throws IOException {
        Archive archive = contents(file);
        try (var zip = new ZipFile(file.toFile())) {
            return db.execute((ConnectionCallback<Archive>) connection -> atOnce(connection, archive, zip));
        }
    }

    private static Archive atOnce(Connection connection, Archive archive, ZipFile zip) throws SQLException {
        connection.setAutoCommit(false);
        try {
            bring(connection, archive, zip);
            connection.commit();
            return archive;
        } catch (IOException e) {
            throw new BackupRefused("the backup cannot be read to its end: " + e.getMessage());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void bring(Connection connection, Archive archive, ZipFile zip) throws SQLException, IOException {
        Map<String, List<String>> tables = Tables.columns(connection);
        requireEmpty(connection, tables);
        requireSame(archive, tables, Tables.schema(connection));
        List<Tables.ForeignKey> keys = Tables.foreignKeys(connection);
        try (Statement statement = connection.createStatement()) {
            // Nothing of another time applies to rows that were checked when they were written; keys are made anew
            // below.
            for (Tables.ForeignKey key : keys) {
                statement.execute("alter table %s drop constraint %s"
                        .formatted(Tables.quoted(key.table()), Tables.quoted(key.name())));
            }
            for (String table : tables.keySet()) {
                statement.execute("alter table %s disable trigger user".formatted(Tables.quoted(table)));
            }
            for (Archive.Table table : archive.tables()) {
                copy(connection, table, zip);
            }
            setSequences(connection, archive.sequences());
            for (String table : tables.keySet()) {
                statement.execute("alter table %s enable trigger user".formatted(Tables.quoted(table)));
            }
            for (Tables.ForeignKey key : keys) {
                statement.execute("alter table %s add constraint %s %s"
                        .formatted(Tables.quoted(key.table()), Tables.quoted(key.name()), key.definition()));
            }
        }
    }

    private static void requireSame(Archive archive, Map<String, List<String>> tables, String schema) {
        Map<String, List<String>> theirs =
                archive.tables().stream().collect(Collectors.toMap(Archive.Table::name, Archive.Table::columns));
        if (!archive.schema().equals(schema) || !new HashMap<>(tables).equals(theirs)) {
            throw new BackupRefused(
                    "the backup is of the schema %s, the database has %s; this program cannot bring it in"
                            .formatted(archive.schema(), schema));
        }
    }

    private static void requireEmpty(Connection connection, Map<String, List<String>> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables.keySet()) {
                try (ResultSet rows =
                        statement.executeQuery("select from %s limit 1".formatted(Tables.quoted(table)))) {
                    if (rows.next()) {
                        throw new BackupRefused("there are data already, in the table " + table
                                + ". A backup is brought into an empty home or database only; name another one by"
                                + " EVIDENCE_HOME or EVIDENCE_DATABASE_URL");
                    }
                }
            }
        }
    }

    private static void copy(Connection connection, Archive.Table table, ZipFile zip) throws SQLException, IOException {
        var digest = Digests.sha256();
        try (var in = new DigestInputStream(opened(zip, table.entry()), digest)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s %s from stdin"
                                    .formatted(Tables.quoted(table.name()), Tables.quoted(table.columns())),
                            in);
            in.transferTo(OutputStream.nullOutputStream());
            if (rows != table.rows()
                    || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw new BackupRefused(
                        "the rows of " + table.name() + " in the backup are not those that were written");
            }
        }
    }

    private static void setSequences(Connection connection, Map<String, Long> values) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
            for (Map.Entry<String, Long> value : values.entrySet()) {
                statement.setString(1, Tables.quoted(value.getKey()));
                statement.setLong(2, value.getValue());
                statement.execute();
            }
        }
    }

    private static InputStream opened(ZipFile zip, String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(
                        () -> new BackupRefused(zip.getName() + " is no backup of Evidence Watch: it has no " + name));
        return zip.getInputStream(entry);
    }
}
