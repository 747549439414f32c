package org.evidencewatch.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts of the reviewers' pages. Passwords are kept as BCrypt hashes only. */
@Repository
public class Reviewers {

    /** The account made on first use. */
    public static final String FIRST = "reviewer";

    /** The file, in the home of Evidence Watch, that holds the first account's password. */
    public static final String PASSWORD_FILE = "reviewer-password";

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    Reviewers(JdbcClient db, TransactionOperations transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What turns passwords into the hashes kept here. */
    public PasswordEncoder encoder() {
        return encoder;
    }

    /** The hash of this account's password; empty when there is no such account. */
    public Optional<String> passwordHash(String name) {
        return db.sql("select password_hash from reviewer where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Whether there is more than one account, so that one person can second another. */
    public boolean several() {
        return db.sql("select count(*) > 1 from reviewer").query(Boolean.class).single();
    }

    /** Adds an account; false when the name is taken, whose password then stays. */
    public boolean add(String name, String password) {
        return db.sql("""
                                insert into reviewer (name, password_hash, created_at) values (:name, :hash, :at)
                                on conflict (name) do nothing
                                """)
                        .param("name", name)
                        .param("hash", encoder.encode(password))
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
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
        String password = generated();
        boolean added = none
                && transactions.execute(tx -> {
                    boolean mine = add(FIRST, password);
                    if (mine) {
                        write(home.resolve(PASSWORD_FILE), password);
                    }
                    return mine;
                });
        return added ? Optional.of(password) : Optional.empty();
    }

    private static String generated() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP; at++) {
            password.append(at > 0 && at % GROUP == 0 ? "-" : "");
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static void write(Path file, String password) {
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), PASSWORD_FILE, ".new", owner);
            Files.writeString(fresh, password + System.lineSeparator());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
