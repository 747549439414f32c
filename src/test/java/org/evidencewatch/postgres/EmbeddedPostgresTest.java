package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.evidencewatch.postgres.TestHome.execute;
import static org.evidencewatch.postgres.TestHome.query;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EmbeddedPostgresTest {

    private static TestHome home;

    @BeforeAll
    static void createHome() throws IOException {
        home = TestHome.named("one");
        // What an interrupted initdb leaves.
        Files.createDirectories(home.directory().resolve("postgres/init/data/base"));
    }

    @AfterAll
    static void nothingIsLeftRunning() throws IOException {
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void keepsDataWhenClosedAndOpenedAgain() throws SQLException {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "create table kept as select 'kept' as word");
        }
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "select word from kept")).containsExactly("kept");
        }
    }

    @Test
    void stopsTheServerWhenTheLastHandleIsClosed() throws IOException, SQLException {
        EmbeddedPostgres one = home.open();
        EmbeddedPostgres other = home.open();
        assertThat(other.jdbcUrl()).isEqualTo(one.jdbcUrl());
        one.close();
        one.close();
        assertThat(query(other, "select 1")).containsExactly("1");
        other.close();
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void otherProcessJoinsAndLeavesTheServerRunning() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            try (Guest guest = Guest.in(home.directory())) {
                assertThat(guest.jdbcUrl()).isEqualTo(postgres.jdbcUrl());
            }
            assertThat(query(postgres, "select 1")).containsExactly("1");
        }
    }

    @Test
    void lastProcessOutStopsTheServerThoughItDidNotStartIt() throws Exception {
        EmbeddedPostgres postgres = home.open();
        try (Guest guest = Guest.in(home.directory())) {
            guest.jdbcUrl();
            postgres.close();
            assertThat(home.isServed()).isTrue();
        }
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void attachesToTheServerOfAProcessThatWasKilled() throws Exception {
        Guest guest = Guest.in(home.directory());
        String jdbcUrl = guest.jdbcUrl();
        guest.kill();
        long server = home.server().pid();
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(postgres.jdbcUrl()).isEqualTo(jdbcUrl);
            assertThat(home.server().pid()).isEqualTo(server);
        }
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerWasKilled() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "create table recovered as select generate_series(1, 1000) as n");
            home.killServer();
        }
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "select count(*) from recovered")).containsExactly("1000");
        }
    }

    @Test
    void leavesAStrangerAloneThatBearsTheServersNumber() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "create table unharmed ()");
            home.killServer();
        }
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path pidFile = home.data().resolve("postmaster.pid");
            List<String> lines = Files.readAllLines(pidFile);
            lines.set(0, String.valueOf(stranger.pid()));
            Files.write(pidFile, lines);
            try (EmbeddedPostgres postgres = home.open()) {
                assertThat(query(postgres, "select count(*) from unharmed")).containsExactly("0");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        String before;
        try (EmbeddedPostgres postgres = home.open()) {
            before = postgres.jdbcUrl();
        }
        int port = URI.create(before.substring("jdbc:".length())).getPort();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = home.open()) {
            assertThat(taken.isBound()).isTrue();
            assertThat(postgres.jdbcUrl()).isNotEqualTo(before);
            assertThat(query(postgres, "select 1")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Connector.ADMINISTRATOR, Connector.USER})
    void nobodyEntersWithoutThePassword(String user) throws IOException {
        try (EmbeddedPostgres postgres = home.open()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, "wrong")
                            .close())
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        assertThat(home.data().resolve("pg_hba.conf"))
                .content()
                .doesNotContainPattern("(?m)^[^#]*\\b(trust|peer|ident|md5)\\b");
    }

    @Test
    void isDurableAndKeptFromOtherUsers() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "show fsync")).containsExactly("on");
            assertThat(query(postgres, "show synchronous_commit")).containsExactly("on");
            assertThat(query(postgres, "show full_page_writes")).containsExactly("on");
            assertThat(query(postgres, "show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(query(postgres, "show server_encoding")).containsExactly("UTF8");
            assertThat(query(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .containsExactly("f");
        }
        assertThat(permissions(home.data())).isEqualTo("rwx------");
        assertThat(permissions(home.password())).isEqualTo("rw-------");
    }

    @Test
    void saysSoWhenThePasswordIsGone() throws IOException {
        home.open().close();
        Path aside = Files.move(home.password(), home.password().resolveSibling("aside"));
        try {
            assertThatExceptionOfType(PostgresUnavailable.class)
                    .isThrownBy(() -> home.open().close())
                    .withMessageContaining(home.password().getFileName() + " is missing");
        } finally {
            Files.move(aside, home.password());
        }
    }

    @Test
    void runsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "sessions are read from /proc");
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(postgres.jdbcUrl()).isNotEmpty();
            long pid = home.server().pid();
            // proc_pid_stat(5): pid, (comm), state, ppid, pgrp, session
            String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ", -1);
            assertThat(stat[3]).isEqualTo(String.valueOf(pid));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
