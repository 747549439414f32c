package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReviewersTest {

    private final DataSource database = TestDatabase.fresh();
    private final Reviewers reviewers = new Reviewers(
            JdbcClient.create(database),
            new TransactionTemplate(new JdbcTransactionManager(database)),
            Clock.fixed(Rows.NIGHT, ZoneOffset.UTC));

    @TempDir
    private Path home;

    @Test
    void theFirstPasswordIsToldOnceAndKeptWhereOnlyItsOwnerReads() throws Exception {
        String password = reviewers.addFirst(home).orElseThrow();

        Path file = home.resolve(Reviewers.PASSWORD_FILE);
        assertThat(Files.readString(file).strip()).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String hash = reviewers.passwordHash(Reviewers.FIRST).orElseThrow();
        assertThat(hash).startsWith("$2a$").doesNotContain(password);
        assertThat(reviewers.encoder().matches(password, hash)).isTrue();
        assertThat(reviewers.addFirst(home)).isEmpty();
    }

    @Test
    void noAccountIsMadeWhosePasswordNobodyCouldRead() {
        Path nowhere = home.resolve("missing");

        assertThatThrownBy(() -> reviewers.addFirst(nowhere)).isInstanceOf(UncheckedIOException.class);
        assertThat(reviewers.passwordHash(Reviewers.FIRST)).isEmpty();
    }

    @Test
    void aTakenNameKeepsItsPassword() {
        reviewers.add("anna", "first");

        assertThat(reviewers.add("anna", "second")).isFalse();
        assertThat(reviewers
                        .encoder()
                        .matches("first", reviewers.passwordHash("anna").orElseThrow()))
                .isTrue();
    }
}
