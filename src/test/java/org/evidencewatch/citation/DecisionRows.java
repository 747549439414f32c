package org.evidencewatch.citation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the rows of decisions that reviewers take, for tests of what comes after them. */
public final class DecisionRows {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Instant at;

    public DecisionRows(DataSource database, Instant at) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.at = at;
    }

    /** A decision on a dispute of the company that moves its record; the company waits for a new score. */
    public long decide(String slug) {
        long company = id("select id from company where slug = :slug", Map.of("slug", slug));
        long file = id("""
                insert into import_file (name, format, digest, at) values ('d.json', 'json', 'd', :at) returning id""", Map.of());
        long dispute = id("""
                insert into dispute (company_id, import_id, digest, party, statement, received_on, at)
                values (:company, :file, :digest, 'reader', 'It is otherwise.', :at, :at) returning id""", Map.of("company", company, "file", file, "digest", digest()));
        long item = id("""
                insert into work_item (company_id, opened_at, closed_at) values (:company, :at, :at) returning id""", Map.of("company", company));
        long reason = id("""
                insert into reason (work_item_id, company_id, dispute_id, lane, opened_at)
                values (:item, :company, :dispute, 'Disputed', :at) returning id""", Map.of("item", item, "company", company, "dispute", dispute));
        long decision = id("""
                insert into decision (reason_id, company_id, dispute_id, verdict, moves_record, reviewer, why, at)
                values (:reason, :company, :dispute, 'material-worse', true, 'anna', 'they are right', :at)
                returning id""", Map.of("reason", reason, "company", company, "dispute", dispute));
        id("""
                insert into rescore (company_id, decision_id, at) values (:company, :decision, :at)
                returning id""", Map.of("company", company, "decision", decision));
        return decision;
    }

    /** The revision of a decision: a score, and statements by dimension, which must have been claims before. */
    public void revise(String slug, long decision, int score, Map<String, String> statements) {
        transaction.executeWithoutResult(status -> {
            long revision = id("""
                    insert into revision (company_id, number, decision_id, score, grade, at)
                    select c.id, max(r.number) + 1, :decision, :score, 'D', :at
                    from company c join revision r on r.company_id = c.id where c.slug = :slug group by c.id
                    returning id""", Map.of("slug", slug, "decision", decision, "score", score));
            statements.forEach((dimension, statement) -> jdbc.sql("""
                            insert into revision_claim (revision_id, claim_id, statement)
                            select r.id, k.id, :statement from revision r join claim k on k.company_id = r.company_id
                            where r.id = :revision and k.dimension = :dimension and k.ordinal = 0""")
                    .param("revision", revision)
                    .param("dimension", dimension)
                    .param("statement", statement)
                    .update());
        });
    }

    private long id(String sql, Map<String, ?> values) {
        return jdbc.sql(sql)
                .params(values)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String digest() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }
}
