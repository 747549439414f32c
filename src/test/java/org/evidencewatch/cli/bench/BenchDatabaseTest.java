package org.evidencewatch.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A measurement on the operator's own server. */
class BenchDatabaseTest {

    private final HikariDataSource operators = (HikariDataSource) TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(operators);

    @TempDir
    Path home;

    @Test
    void leavesTheOperatorsTablesAloneAndNothingBehind() throws Exception {
        var before = tables();
        try (var database = BenchDatabase.open(home, environment())) {
            database.empty();
            makeATable(database.environmentOfHouse());
            makeATable(database.environmentOfFloor());
            assertThat(tables()).hasSize(before.size() + 2).containsAll(before);

            database.empty();
            assertThat(tables()).isEqualTo(before);
            makeATable(database.environmentOfHouse());
        }
        assertThat(tables()).isEqualTo(before);
        assertThat(schemas()).isZero();
    }

    @Test
    void seesTheCpuTimeOfAServerOnThisMachine() throws Exception {
        try (var database = BenchDatabase.open(home, environment())) {
            var before = database.cpu();
            jdbc.sql("select sum(sqrt(n)) from generate_series(1, 2000000) as s(n)")
                    .query()
                    .singleRow();
            operators.getHikariPoolMXBean().softEvictConnections();

            assertThat(before)
                    .isPresent()
                    .hasValueSatisfying(cpu -> assertThat(database.cpu())
                            .hasValueSatisfying(now -> assertThat(now).isGreaterThan(cpu)));
        }
    }

    private static void makeATable(Map<String, String> environment) throws Exception {
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault(BenchDatabase.URL, ""),
                        environment.get(BenchDatabase.USER),
                        environment.get(BenchDatabase.PASSWORD));
                var statement = connection.createStatement()) {
            statement.execute("create table company (id int)");
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                BenchDatabase.URL, operators.getJdbcUrl(),
                BenchDatabase.USER, operators.getUsername(),
                BenchDatabase.PASSWORD, operators.getPassword());
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') order by 1""").query((rs, n) -> rs.getString(1)).list();
    }

    private int schemas() {
        return jdbc.sql("select count(*) from pg_namespace where nspname like 'evidence\\_bench\\_%'")
                .query(Integer.class)
                .single();
    }
}
