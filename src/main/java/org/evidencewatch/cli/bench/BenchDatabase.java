package org.evidencewatch.cli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Where both sides store: the embedded server of a passing home, or two schemas of this measurement's own on the
 * operator's server. The server runs before the first process that is measured begins, and after the last has ended.
 */
final class BenchDatabase implements AutoCloseable {

    static final String HOME = "EVIDENCE_HOME";
    static final String URL = "EVIDENCE_DATABASE_URL";
    static final String USER = "EVIDENCE_DATABASE_USER";
    static final String PASSWORD = "EVIDENCE_DATABASE_PASSWORD";

    private final Path home;
    private final Optional<EmbeddedPostgres> embedded;
    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String house;
    private final String floor;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final Optional<PostgresCpu> cpu;

    private BenchDatabase(Path home, Map<String, String> environment, Optional<EmbeddedPostgres> embedded)
            throws SQLException {
        this.home = home;
        this.embedded = embedded;
        url = embedded.map(EmbeddedPostgres::jdbcUrl).orElseGet(() -> environment.getOrDefault(URL, ""));
        user = embedded.map(EmbeddedPostgres::user).or(() -> Optional.ofNullable(environment.get(USER)));
        password = embedded.map(EmbeddedPostgres::password).or(() -> Optional.ofNullable(environment.get(PASSWORD)));
        String own = "evidence_bench_" + ProcessHandle.current().pid();
        house = embedded.isPresent() ? "public" : own;
        floor = own + "_floor";
        connection = connect(url);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        cpu = PostgresCpu.of(jdbc);
    }

    /**
     * Starts the server of a home, or connects to the one that the environment names.
     *
     * @param environment as the program's settings are read from it
     */
    static BenchDatabase open(Path home, Map<String, String> environment) throws SQLException {
        if (!environment.getOrDefault(URL, "").isBlank()) {
            return new BenchDatabase(home, environment, Optional.empty());
        }
        var embedded = EmbeddedPostgres.open(home);
        try {
            return new BenchDatabase(home, environment, Optional.of(embedded));
        } catch (SQLException e) {
            embedded.close();
            throw e;
        }
    }

    /** Where this measurement's database is, in a word for people. */
    String about() {
        return embedded.isPresent() ? "embedded PostgreSQL" : "the PostgreSQL server of " + URL;
    }

    /** For looking into it. */
    JdbcClient jdbc() {
        return jdbc;
    }

    /** What the program's environment must say; the embedded server it finds by its home, as every user's does. */
    Map<String, String> environmentOfHouse() {
        return embedded.isPresent() ? Map.of(HOME, home.toString()) : environment(house);
    }

    /** The same for the floor, which knows no home. */
    Map<String, String> environmentOfFloor() {
        return environment(floor);
    }

    /** Empties both sides: not even a table is left. */
    void empty() throws SQLException {
        for (String schema : List.of(house, floor)) {
            jdbc.sql("drop schema if exists " + schema + " cascade").update();
            jdbc.sql("create schema " + schema).update();
            requireThatItLeadsTo(schema);
        }
    }

    /** What the server has used up to now; nothing where that cannot be seen. */
    Optional<Duration> cpu() {
        return cpu.map(PostgresCpu::used);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (embedded.isEmpty()) {
                jdbc.sql("drop schema if exists " + house + ", " + floor + " cascade")
                        .update();
            }
        } finally {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    /** An address that names a schema by itself could lead into the operator's own tables. */
    private void requireThatItLeadsTo(String schema) throws SQLException {
        try (Connection there = connect(addressOf(schema));
                var statement = there.createStatement();
                var row = statement.executeQuery("select current_schema()")) {
            if (!row.next() || !schema.equals(row.getString(1))) {
                throw new IllegalArgumentException(URL + " must not name a schema: the measurement uses its own");
            }
        }
    }

    private Map<String, String> environment(String schema) {
        var environment = new HashMap<String, String>();
        environment.put(HOME, home.toString());
        environment.put(URL, addressOf(schema));
        user.ifPresent(name -> environment.put(USER, name));
        password.ifPresent(secret -> environment.put(PASSWORD, secret));
        return environment;
    }

    private String addressOf(String schema) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    private Connection connect(String address) throws SQLException {
        return user.isEmpty()
                ? DriverManager.getConnection(address)
                : DriverManager.getConnection(address, user.get(), password.orElse(""));
    }
}
