package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Tokens of programs. A token is shown once, when it is made; kept is its digest. */
@Repository
public class Tokens {

    private static final String COLUMNS = "id, owner, label, role, created_at, last_used_at, revoked_at";

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Accounts accounts;
    private final Clock clock;

    Tokens(JdbcClient db, TransactionOperations transactions, Accounts accounts, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What came of asking for a token. */
    public sealed interface Issue {

        /** It is made; {@code secret} is to be shown once. */
        record Issued(Token token, String secret) implements Issue {}

        /** The sentence tells people why not. */
        record Refused(String because) implements Issue {}
    }

    /** Makes a token for an account. */
    public Issue issue(String owner, String label, Role role) {
        Optional<String> objection = Authority.objection("owner", owner, "label", label);
        Optional<Role> own = accounts.role(owner);
        if (objection.isPresent() || label.strip().length() > Authority.LONGEST_NAME) {
            return new Issue.Refused(objection.orElse("a label has 1 to " + Authority.LONGEST_NAME + " characters"));
        }
        if (own.isEmpty() || !own.get().covers(role)) {
            return new Issue.Refused("a token may do no more than its owner");
        }
        String secret = Secrets.token();
        Token token = db.sql("""
                        insert into api_token (owner, label, role, digest, created_at)
                        values (:owner, :label, :role, :digest, :at) returning %s
                        """.formatted(COLUMNS))
                .param("owner", owner)
                .param("label", label.strip())
                .param("role", role.word())
                .param("digest", Secrets.digest(secret))
                .param("at", Timestamp.from(clock.instant()))
                .query((row, n) -> AccountRow.token(row))
                .single();
        return new Issue.Issued(token, secret);
    }

    /**
     * The token with this secret, with what it may do now; empty when there is none, it was revoked, or its owner can no longer
     * log in. Looked up by digest: how long that takes tells nothing of the secret. Unique index on digest.
     */
    public Optional<Token> find(String secret) {
        Optional<Token> found = db.sql("""
                        update api_token set last_used_at = :at
                        where digest = :digest and revoked_at is null returning %s
                        """.formatted(COLUMNS))
                .param("at", Timestamp.from(clock.instant()))
                .param("digest", Secrets.digest(secret))
                .query((row, n) -> AccountRow.token(row))
                .optional();
        return found.flatMap(token -> accounts.role(token.owner()).map(own -> bounded(token, own)));
    }

    /** Ends a token; false when the account has none of that number, or it ended before. */
    public boolean revoke(long id, String owner) {
        return transactions.execute(tx -> db.sql("""
                                update api_token set revoked_at = :at
                                where id = :id and owner = :owner and revoked_at is null
                                """)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                > 0);
    }

    /** An account's tokens, the newest first. Index api_token_owner. */
    public List<Token> of(String owner) {
        return db.sql("select " + COLUMNS + " from api_token where owner = :owner order by id desc")
                .param("owner", owner)
                .query((row, n) -> AccountRow.token(row))
                .list();
    }

    private static Token bounded(Token token, Role own) {
        return new Token(
                token.id(),
                token.owner(),
                token.label(),
                token.role().atMost(own),
                token.createdAt(),
                token.lastUsedAt(),
                token.revokedAt());
    }
}
