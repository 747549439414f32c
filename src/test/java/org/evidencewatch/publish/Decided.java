package org.evidencewatch.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the rows of decisions on confirmed changes, as reviewers take them. */
final class Decided {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Decided(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A decision on the first unanswered reason of the company; its id. A page that is gone is so for good. */
    long decide(String slug, String verdict, boolean moves, Instant at) {
        db.sql("""
                        insert into lasting_absence (change_id, source_id, first_capture_id, last_capture_id, reads, since, at)
                        select x.id, x.source_id, x.capture_id, x.capture_id, 3, x.observed_at,
                               x.observed_at + interval '2 days'
                        from change x where x.kind = 'gone' on conflict do nothing""").update();
        return id("""
                insert into decision (reason_id, company_id, change_id, capture_id, confirmation_id, absence_id, verdict,
                                      moves_record, reviewer, why, at)
                select r.id, r.company_id, x.id, x.capture_id, case when k.capture_good then k.id end, a.id, :verdict,
                       :moves, 'rita-reviewer', 'internal-words', :at
                from reason r join change x on x.id = r.change_id join confirmation k on k.change_id = x.id
                left join lasting_absence a on a.change_id = x.id
                join company o on o.id = r.company_id
                where o.slug = :slug
                  and not exists (select 1 from decision d where d.reason_id = r.id)
                order by x.reasons::text like '%fact-worse%' desc, r.id limit 1 returning id""", Map.of("slug", slug, "verdict", verdict, "moves", moves, "at", utc(at)));
    }

    /** The decision is taken back, with the revision that restores the record if it made one. */
    void undo(long decision, Instant at) {
        db.sql("""
                        insert into decision (reason_id, company_id, change_id, capture_id, verdict, undoes, undone_round,
                                              reviewer, why, at)
                        select reason_id, company_id, change_id, capture_id, 'undo', id, round, 'rita-reviewer', 'oh', :at
                        from decision where id = :id""").param("id", decision).param("at", utc(at)).update();
    }

    /** The revision that a decision makes: other words for one claim, or none, and another score. */
    void revise(long decision, String dimension, String statement, int score, String grade, Instant at) {
        transaction.executeWithoutResult(tx -> {
            long revision = id("""
                    insert into revision (company_id, number, decision_id, score, grade, tier, rubric, last_reviewed, scope,
                                          summary, at)
                    select p.company_id, p.number + 1, d.id, :score, :grade, p.tier, p.rubric, p.last_reviewed, p.scope,
                           p.summary, :at
                    from decision d join revision p on p.company_id = d.company_id
                    where d.id = :decision order by p.number desc limit 1 returning id""", Map.of("decision", decision, "score", score, "grade", grade, "at", utc(at)));
            db.sql("""
                            insert into revision_claim (revision_id, claim_id, statement)
                            select r.id, s.claim_id,
                                   case when k.dimension = :dimension and k.ordinal = 0 then :statement else s.statement end
                            from revision r
                            join revision p on p.company_id = r.company_id and p.number = r.number - 1
                            join revision_claim s on s.revision_id = p.id join claim k on k.id = s.claim_id
                            where r.id = :revision
                              and (k.dimension <> :dimension or k.ordinal <> 0 or :statement <> '')""")
                    .param("revision", revision)
                    .param("dimension", dimension)
                    .param("statement", statement)
                    .update();
        });
    }

    /** The company waits for a score. */
    void rescore(long decision) {
        db.sql(
                        "insert into rescore (company_id, decision_id, at) select company_id, id, at from decision where id = :id")
                .param("id", decision)
                .update();
    }

    /** A repair of the company's first citation, as its log has it. */
    void repair(long decision, String kind, String newUrl) {
        db.sql("""
                        insert into citation_repair (company_id, citation_id, kind, before, after, decision_id, reviewer, why,
                                                     at)
                        select t.company_id, t.id, :kind,
                               jsonb_build_object('url', t.cited_url, 'title', t.title, 'kind', t.kind, 'retired', false,
                                   'quote', jsonb_build_object('exact', 'old words', 'prefix', '', 'suffix', '')),
                               jsonb_build_object('url', :url, 'title', t.title, 'kind', t.kind, 'retired', false),
                               d.id, 'rita-reviewer', 'internal-words', d.at
                        from decision d join citation t on t.company_id = d.company_id
                        where d.id = :decision order by t.id limit 1""")
                .param("kind", kind)
                .param("url", newUrl)
                .param("decision", decision)
                .update();
    }

    private long id(String sql, Map<String, ?> values) {
        return db.sql(sql).params(values).query(Long.class).single();
    }

    private static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
