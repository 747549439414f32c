package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.evidencewatch.postgres.TestHome.execute;
import static org.evidencewatch.postgres.TestHome.query;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NewHomeTest {

    @Test
    void processesThatOpenItTogetherMakeOneCluster() throws Exception {
        TestHome home = TestHome.named("new");
        try (Guest one = Guest.in(home.directory());
                Guest other = Guest.in(home.directory())) {
            assertThat(one.jdbcUrl()).startsWith("jdbc:postgresql:").isEqualTo(other.jdbcUrl());
        }
        assertThat(home.isServed()).isFalse();
    }

    /** The temporary directory is root's alone, so the other user's part must lie elsewhere. */
    @Test
    void rootWithoutUserNamespacesRunsItAsAnotherUser(@TempDir Path directory) throws IOException, SQLException {
        assumeTrue(Account.ofThisProcess().uid() == 0, "only root needs another user");
        Path home = directory.resolve("home");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(home, Account::otherUser)) {
            execute(postgres, "create table kept as select 1 as one");
        }
        Layout layout = Layout.of(home.toRealPath().resolve("postgres"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(home, Account::otherUser)) {
            assertThat(query(postgres, "select one from kept")).containsExactly("1");
            assertThat(Files.getAttribute(layout.data(), "unix:uid")).isNotEqualTo(0);
            assertThat(layout.password()).startsWith(home.toRealPath());
        } finally {
            Tree.delete(layout.server());
            deleteIfEmpty(layout.server().resolveSibling(""));
        }
    }

    @Test
    void saysWhereItCannotBeMade(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.open(file.resolve("home")).close())
                .withMessageContaining(file.toString())
                .withMessageContaining("EVIDENCE_HOME");
    }

    @Test
    void refusesAPathThatTheShellWouldRead(@TempDir Path directory) {
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() ->
                        EmbeddedPostgres.open(directory.resolve("a $HOME")).close())
                .withMessageContaining("a $HOME")
                .withMessageContaining("EVIDENCE_HOME");
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isEmpty()) {
                Files.delete(directory);
            }
        }
    }
}
