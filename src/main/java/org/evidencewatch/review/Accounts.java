package org.evidencewatch.review;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who can log in, and what they may do there. Passwords are kept as BCrypt hashes only. What is changed of an account is on
 * record with who did it; there is always somebody who may make accounts.
 */
@Repository
public class Accounts {

    /** The account made on first use. */
    public static final String FIRST = "admin";

    /** The file, in the home of Evidence Watch, that holds the first account's password. */
    public static final String PASSWORD_FILE = "admin-password";

    /** The fewest characters of a password that people choose (NIST SP 800-63B asks for 8, and for 15 where it is all there is). */
    public static final int SHORTEST_PASSWORD = 15;

    /** BCrypt hashes no more octets than these. */
    static final int LONGEST_PASSWORD = 72;

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    Accounts(JdbcClient db, TransactionOperations transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What turns passwords into the hashes kept here. */
    public PasswordEncoder encoder() {
        return encoder;
    }

    /** The hash of this account's password; empty when nobody can log in by this name. */
    public Optional<String> passwordHash(String name) {
        return db.sql("select password_hash from reviewer where name = :name and disabled_at is null")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** What the account may do now; empty when nobody can log in by this name. */
    public Optional<Role> role(String name) {
        return find(name).filter(account -> account.disabledAt().isEmpty()).map(Account::role);
    }

    /** All of them by name. */
    public List<Account> list() {
        return db.sql("select name, role, created_at, disabled_at from reviewer order by name")
                .query((row, n) -> AccountRow.account(row))
                .list();
    }

    /** Whether more than one person decides, so that one can second another. */
    public boolean several() {
        return db.sql("select count(*) > 1 from reviewer where disabled_at is null and role <> 'reader'")
                .query(Boolean.class)
                .single();
    }

    /** Makes an account with a generated password. */
    public AccountReply add(String name, Role role, String by) {
        Optional<String> objection = Authority.objection("name", name, "who", by);
        if (objection.isPresent()) {
            return new AccountReply.Refused(objection.get());
        }
        String password = Secrets.password();
        return add(name, password, role, by)
                ? new AccountReply.Done(find(name).orElseThrow(), Optional.of(password))
                : new AccountReply.Refused("the name " + name + " is taken");
    }

    /** Makes an account; false when the name is taken, whose password then stays. */
    public boolean add(String name, String password, Role role, String by) {
        return transactions.execute(tx -> {
            boolean added = db.sql("""
                            insert into reviewer (name, password_hash, role, created_at) values (:name, :hash, :role, :at)
                            on conflict (name) do nothing
                            """)
                            .param("name", name)
                            .param("hash", encoder.encode(password))
                            .param("role", role.word())
                            .param("at", Timestamp.from(clock.instant()))
                            .update()
                    > 0;
            if (added) {
                record(name, "made as " + role.word(), by);
            }
            return added;
        });
    }

    /** Gives it another role. */
    public AccountReply entitle(String name, Role role, String by) {
        return change(name, "is now " + role.word(), by, "role = '" + role.word() + "'");
    }

    /** From now on nobody can log in by this name; what is open ends with its next request. Its decisions stand. */
    public AccountReply disable(String name, String by) {
        return change(name, "disabled", by, "disabled_at = coalesce(disabled_at, clock_timestamp())");
    }

    /** Takes that back. */
    public AccountReply enable(String name, String by) {
        return change(name, "enabled", by, "disabled_at = null");
    }

    /** Replaces a lost password by a generated one. */
    public AccountReply renewPassword(String name, String by) {
        String password = Secrets.password();
        return switch (setPassword(name, password, "given a new password", by)) {
            case AccountReply.Done done -> new AccountReply.Done(done.account(), Optional.of(password));
            case AccountReply.Refused refused -> refused;
        };
    }

    /** Replaces one's own password. */
    public AccountReply changePassword(String name, String current, String fresh) {
        Optional<String> hash = passwordHash(name);
        if (hash.isEmpty() || !encoder.matches(current, hash.get())) {
            return new AccountReply.Refused("that is not the present password");
        }
        int octets = fresh.getBytes(StandardCharsets.UTF_8).length;
        return fresh.length() < SHORTEST_PASSWORD || octets > LONGEST_PASSWORD
                ? new AccountReply.Refused(
                        "a password has %d to %d characters".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD))
                : setPassword(name, fresh, "chose a new password", name);
    }

    /**
     * Makes the account {@link #FIRST} with a generated password (more than 120 bits) when there is no account at all,
     * and writes the password to {@link #PASSWORD_FILE}, which only its owner can read.
     *
     * @param home an existing directory
     * @return the password, to be shown once; empty when there are accounts already
     * @throws UncheckedIOException when the file cannot be written; no account is made then
     */
    public Optional<String> addFirst(Path home) {
        boolean none = db.sql("select not exists (select 1 from reviewer)")
                .query(Boolean.class)
                .single();
        String password = Secrets.password();
        boolean added = none
                && transactions.execute(tx -> {
                    boolean mine = add(FIRST, password, Role.ADMIN, "the first start");
                    if (mine) {
                        OwnersFile.write(home.resolve(PASSWORD_FILE), password);
                    }
                    return mine;
                });
        return added ? Optional.of(password) : Optional.empty();
    }

    private Optional<Account> find(String name) {
        return db.sql("select name, role, created_at, disabled_at from reviewer where name = :name")
                .param("name", name)
                .query((row, n) -> AccountRow.account(row))
                .optional();
    }

    private AccountReply setPassword(String name, String password, String what, String by) {
        return transactions.execute(tx -> {
            int changed = db.sql("update reviewer set password_hash = :hash where name = :name")
                    .param("hash", encoder.encode(password))
                    .param("name", name)
                    .update();
            return changed == 0 ? unknown(name) : done(name, what, by);
        });
    }

    private AccountReply change(String name, String what, String by, String assignment) {
        return transactions.execute(tx -> {
            // one at a time, so that of two admins no two take the other's place
            db.sql("select name from reviewer where role = 'admin' order by name for update")
                    .query(String.class)
                    .list();
            int changed = db.sql("update reviewer set " + assignment + " where name = :name")
                    .param("name", name)
                    .update();
            if (changed == 0) {
                return unknown(name);
            }
            boolean admins = db.sql(
                            "select exists (select 1 from reviewer where role = 'admin' and disabled_at is null)")
                    .query(Boolean.class)
                    .single();
            if (!admins) {
                tx.setRollbackOnly();
                return new AccountReply.Refused("nobody would be left who may make accounts");
            }
            return done(name, what, by);
        });
    }

    private AccountReply done(String name, String what, String by) {
        record(name, what, by);
        return new AccountReply.Done(find(name).orElseThrow(), Optional.empty());
    }

    private static AccountReply unknown(String name) {
        return new AccountReply.Refused("there is no account " + name);
    }

    private void record(String account, String what, String by) {
        db.sql("insert into account_event (account, what, by_whom, at) values (:account, :what, :by, :at)")
                .param("account", account)
                .param("what", what)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
