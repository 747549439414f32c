package org.evidencewatch.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Databases for tests: real ones, in one cluster under {@code target/} that all tests share and that is kept for the next
 * run. Their sessions live in Los Angeles, so that SQL which trusts the session's time zone gives itself away.
 */
public final class TestDatabase {

    private static final String ZONE = "America/Los_Angeles";

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of("target", "test-home"));
    private final String prefix = "test_" + ProcessHandle.current().pid() + "_";
    private final List<HikariDataSource> pools = new ArrayList<>();
    private int created;

    private TestDatabase() {
        try {
            trustTheDisk();
            dropLeftovers();
            createTemplate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the database for tests", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "test database"));
    }

    /** A new, migrated, empty database. Nobody closes it; it is dropped after the tests. */
    public static DataSource fresh() {
        return INSTANCE.create();
    }

    /** A new database with all that is in that one, which nobody may be using. */
    public static DataSource copy(DataSource of) {
        return INSTANCE.copy((HikariDataSource) of);
    }

    private synchronized DataSource create() {
        return create(prefix + "template");
    }

    private synchronized DataSource copy(HikariDataSource of) {
        String original = of.getJdbcUrl().replaceFirst("^.*/", "");
        try {
            execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + original + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot copy the database " + original, e);
        }
        return create(original);
    }

    private DataSource create(String template) {
        // The pools of finished tests give their idle connections back; they may still be used.
        pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        created++;
        String name = prefix + created;
        try {
            execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        HikariDataSource pool = pool(name);
        pools.add(pool);
        return pool;
    }

    private HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + database));
        config.setUsername(Connector.ADMINISTRATOR);
        config.setPassword(postgres.password());
        config.setConnectionInitSql("set time zone '" + ZONE + "'");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", "-c synchronous_commit=off");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setIdleTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        return new HikariDataSource(config);
    }

    /** Making and dropping a database waits for the disk; for what a test needs that is wasted. */
    private void trustTheDisk() throws SQLException {
        execute("alter system set fsync = off");
        execute("alter system set full_page_writes = off");
        execute("select pg_reload_conf()");
    }

    private void createTemplate() throws SQLException {
        execute("create database " + prefix + "template");
        try (HikariDataSource template = pool(prefix + "template")) {
            Flyway.configure().dataSource(template).load().migrate();
        }
    }

    /** What test runs that were killed have left: databases that nobody is connected to, of processes that are gone. */
    private void dropLeftovers() throws SQLException {
        List<String> leftovers = new ArrayList<>();
        try (Connection connection = postgres.administrator();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (rows.next()) {
                leftovers.add(rows.getString(1));
            }
        }
        for (String name : leftovers) {
            if (ProcessHandle.of(Long.parseLong(name.split("_", -1)[1])).isEmpty()) {
                execute("drop database if exists " + name + " with (force)");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized void close() {
        try {
            pools.forEach(HikariDataSource::close);
            for (int i = 1; i <= created; i++) {
                execute("drop database if exists " + prefix + i + " with (force)");
            }
            execute("drop database if exists " + prefix + "template with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop the databases of the tests", e);
        } finally {
            postgres.close();
        }
    }
}
