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

class AccountsTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Clock clock = Clock.fixed(Rows.NIGHT, ZoneOffset.UTC);
    private final Accounts accounts = new Accounts(db, transactions, clock);

    @TempDir
    private Path home;

    @Test
    void theFirstPasswordIsToldOnceAndKeptWhereOnlyItsOwnerReads() throws Exception {
        String password = accounts.addFirst(home).orElseThrow();

        Path file = home.resolve(Accounts.PASSWORD_FILE);
        assertThat(Files.readString(file).strip()).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String hash = accounts.passwordHash(Accounts.FIRST).orElseThrow();
        assertThat(hash).startsWith("$2a$").doesNotContain(password);
        assertThat(accounts.encoder().matches(password, hash)).isTrue();
        assertThat(accounts.addFirst(home)).isEmpty();
    }

    @Test
    void noAccountIsMadeWhosePasswordNobodyCouldRead() {
        Path nowhere = home.resolve("missing");

        assertThatThrownBy(() -> accounts.addFirst(nowhere)).isInstanceOf(UncheckedIOException.class);
        assertThat(accounts.passwordHash(Accounts.FIRST)).isEmpty();
    }

    @Test
    void aTakenNameKeepsItsPassword() {
        accounts.add("anna", "first", Role.READER, "root");

        assertThat(accounts.add("anna", "second", Role.ADMIN, "root")).isFalse();
        assertThat(accounts.encoder()
                        .matches("first", accounts.passwordHash("anna").orElseThrow()))
                .isTrue();
    }

    @Test
    void whatIsChangedOfAnAccountHoldsAtOnceAndIsOnRecord() {
        var added = (AccountReply.Done) accounts.add("ben", Role.REVIEWER, "anna");
        String password = added.password().orElseThrow();
        assertThat(accounts.role("ben")).contains(Role.REVIEWER);
        assertThat(accounts.add("ben", Role.ADMIN, "anna")).isInstanceOf(AccountReply.Refused.class);

        accounts.add("carla", "a second administrator", Role.ADMIN, "anna");
        accounts.entitle("ben", Role.PUBLISHER, "carla");
        assertThat(accounts.role("ben")).contains(Role.PUBLISHER);
        accounts.disable("ben", "carla");
        assertThat(accounts.role("ben")).isEmpty();
        assertThat(accounts.passwordHash("ben")).isEmpty();
        accounts.enable("ben", "carla");
        assertThat(accounts.encoder()
                        .matches(password, accounts.passwordHash("ben").orElseThrow()))
                .isTrue();

        assertThat(db.sql("select what from account_event where account = 'ben' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("made as reviewer", "is now publisher", "disabled", "enabled");
    }

    @Test
    void somebodyIsAlwaysLeftWhoMayMakeAccounts() {
        accounts.addFirst(home);

        assertThat(accounts.disable(Accounts.FIRST, Accounts.FIRST)).isInstanceOf(AccountReply.Refused.class);
        assertThat(accounts.entitle(Accounts.FIRST, Role.READER, Accounts.FIRST))
                .isInstanceOf(AccountReply.Refused.class);
        assertThat(accounts.role(Accounts.FIRST)).contains(Role.ADMIN);
        assertThat(accounts.disable("nobody", Accounts.FIRST)).isInstanceOf(AccountReply.Refused.class);
    }

    @Test
    void onesOwnPasswordIsChangedByWhoeverKnowsIt() {
        accounts.add("ben", "the very first one", Role.READER, "anna");

        assertThat(accounts.changePassword("ben", "a guess", "another long one 4711"))
                .isInstanceOf(AccountReply.Refused.class);
        assertThat(accounts.changePassword("ben", "the very first one", "short"))
                .isInstanceOf(AccountReply.Refused.class);
        assertThat(accounts.changePassword("ben", "the very first one", "x".repeat(73)))
                .isInstanceOf(AccountReply.Refused.class);
        assertThat(accounts.changePassword("ben", "the very first one", "another long one 4711"))
                .isInstanceOf(AccountReply.Done.class);
        assertThat(accounts.encoder()
                        .matches(
                                "another long one 4711",
                                accounts.passwordHash("ben").orElseThrow()))
                .isTrue();
    }

    @Test
    void aTokenMayDoNoMoreThanItsOwnerAndEndsWithEither() {
        accounts.addFirst(home);
        accounts.add("ben", "the very first one", Role.REVIEWER, "anna");
        var tokens = new Tokens(db, transactions, accounts, clock);
        assertThat(tokens.issue("ben", "too much", Role.ADMIN)).isInstanceOf(Tokens.Issue.Refused.class);
        assertThat(tokens.issue("ben", " ", Role.READER)).isInstanceOf(Tokens.Issue.Refused.class);
        var issued = (Tokens.Issue.Issued) tokens.issue("ben", "nightly export", Role.REVIEWER);

        assertThat(tokens.find(issued.secret()).orElseThrow().role()).isEqualTo(Role.REVIEWER);
        assertThat(tokens.find(issued.secret() + "x")).isEmpty();
        assertThat(db.sql("select digest from api_token").query(String.class).single())
                .doesNotContain(issued.secret());
        accounts.entitle("ben", Role.READER, "anna");
        assertThat(tokens.find(issued.secret()).orElseThrow().role()).isEqualTo(Role.READER);
        accounts.disable("ben", "anna");
        assertThat(tokens.find(issued.secret())).isEmpty();
        accounts.enable("ben", "anna");
        assertThat(tokens.revoke(issued.token().id(), "carla")).isFalse();
        assertThat(tokens.revoke(issued.token().id(), "ben")).isTrue();
        assertThat(tokens.find(issued.secret())).isEmpty();
        assertThat(tokens.of("ben"))
                .singleElement()
                .satisfies(token -> assertThat(token.revokedAt()).isPresent());
    }
}
