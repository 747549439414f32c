package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.postgres.Postmaster.Holder;

/** A home for one test class, with the unpacked programs borrowed so that they need not be unpacked again. */
record TestHome(Path directory) {

    static TestHome named(String name) throws IOException {
        Path lent = programs();
        Path directory = Path.of("target/test-homes", name);
        Tree.delete(directory);
        Path keys = Files.createDirectories(directory.resolve("postgres"));
        Files.createSymbolicLink(keys.resolve(lent.getFileName()), lent.toAbsolutePath());
        return new TestHome(directory);
    }

    /** The JVMs that share the tests share these: one unpacks, the others wait. */
    private static synchronized Path programs() throws IOException {
        Path parent = Files.createDirectories(Path.of("target/test-programs"));
        try (var locks = new Locks(parent)) {
            return locks.alone(() -> Binaries.ofThisPlatform().unpackedIn(parent));
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL was not unpacked in " + parent, e);
        }
    }

    EmbeddedPostgres open() {
        return EmbeddedPostgres.open(directory);
    }

    Path data() throws IOException {
        return directory.toRealPath().resolve("postgres/data");
    }

    Path password() {
        return directory.resolve("postgres/password");
    }

    /** The server that runs. */
    Postmaster server() throws IOException {
        return Postmaster.of(data()).orElseThrow();
    }

    /** Whether a server runs, or was killed. */
    boolean isServed() throws IOException {
        return Postmaster.of(data()).isPresent();
    }

    /** Ends the server as a power cut does. */
    void killServer() throws IOException {
        Postmaster server = server();
        assertThat(ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly())
                .isTrue();
        Path data = data();
        await().until(() -> server.holder(data) != Holder.POSTGRES);
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connection(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
