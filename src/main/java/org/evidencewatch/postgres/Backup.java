package org.evidencewatch.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that the database holds into one file, as it is at one moment, while others go on reading and writing. */
@Component
public final class Backup {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate db;
    private final Clock clock;

    Backup(JdbcTemplate db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Writes the file aside and gives it its name when it is whole and on the disk; only its owner may read it.
     *
     * @throws FileAlreadyExistsException when there is one of that name: no backup is overwritten
     */
    public Archive write(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "it exists already; a backup overwrites nothing");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try {
            Archive archive =
                    db.execute((ConnectionCallback<Archive>) connection -> inOneMoment(connection, unfinished));
            Files.move(unfinished, file, ATOMIC_MOVE);
            return archive;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Archive inOneMoment(Connection connection, Path file) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            return written(connection, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Archive written(Connection connection, Path file) throws IOException, SQLException {
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, how, onlyOurs);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            // Most of it are pages, which are packed already.
            zip.setLevel(Deflater.BEST_SPEED);
            List<Archive.Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table :
                    Tables.columns(connection).entrySet()) {
                tables.add(copied(connection, table.getKey(), table.getValue(), zip));
            }
            var archive = new Archive(
                    Archive.FORMAT, Tables.schema(connection), clock.instant(), tables, Tables.sequences(connection));
            zip.putNextEntry(new ZipEntry(Archive.ENTRY));
            zip.write(JSON.writeValueAsBytes(archive));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return archive;
        }
    }

    private static Archive.Table copied(Connection connection, String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(new Archive.Table(name, columns, 0, "").entry()));
        var digest = Digests.sha256();
        OutputStream out = new DigestOutputStream(zip, digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy %s %s to stdout".formatted(Tables.quoted(name), Tables.quoted(columns)), out);
        zip.closeEntry();
        return new Archive.Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }
}
