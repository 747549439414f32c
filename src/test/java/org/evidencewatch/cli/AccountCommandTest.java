package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountCommandTest {

    private final Console console = new Console();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void anAccountIsMadeChangedAndListed() {
        assertThat(console.run("account", "add", "anna", "--role", "admin", "--by", "root"))
                .isEqualTo(Evidence.DONE);
        assertThat(console.out()).containsPattern("anna +admin").containsPattern("[a-z2-9]{5}(-[a-z2-9]{5}){4}");
        assertThat(console.run("account", "add", "ben")).isEqualTo(Evidence.DONE);
        assertThat(console.run("account", "role", "ben", "publisher")).isEqualTo(Evidence.DONE);
        assertThat(console.run("account", "disable", "ben")).isEqualTo(Evidence.DONE);
        assertThat(console.run("account", "list", "--json")).isEqualTo(Evidence.DONE);
        assertThat(console.json().path("accounts").path(1).toString())
                .isEqualTo("{\"name\":\"ben\",\"role\":\"publisher\",\"disabled\":true}");
        assertThat(console.run("account", "enable", "ben")).isEqualTo(Evidence.DONE);
        assertThat(console.run("account", "password", "ben")).isEqualTo(Evidence.DONE);
        String password = console.out().strip().replaceAll("(?s).* ", "");
        var accounts = console.house().get(Accounts.class);
        assertThat(accounts.encoder()
                        .matches(password, accounts.passwordHash("ben").orElseThrow()))
                .isTrue();
    }

    @Test
    void whatCannotBeDoneIsSaidAndNotDone() {
        console.run("account", "add", "anna", "--role", "admin");

        assertThat(console.run("account", "add", "anna")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(console.err()).contains("the name anna is taken");
        assertThat(console.run("account", "add", "carl", "--role", "king")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(console.err()).contains("There is no role king");
        assertThat(console.run("account", "disable", "anna")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(console.err()).contains("nobody would be left");
        assertThat(console.run("account", "token", "nobody", "--label", "x")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(console.run("account")).isEqualTo(Evidence.WRONG_INPUT);
    }

    @Test
    void aTokenIsPrintedOnce() {
        console.run("account", "add", "anna", "--role", "admin");

        assertThat(console.run("account", "token", "anna", "--label", "export", "--role", "publisher"))
                .isEqualTo(Evidence.DONE);
        assertThat(console.house()
                        .get(Tokens.class)
                        .find(console.out().strip())
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.PUBLISHER);
    }
}
