package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of a reason when it is answered, and the list of companies to score again. In the caller's transaction. */
@Repository
class Reasons {

    private final JdbcClient db;

    Reasons(JdbcClient db) {
        this.db = db;
    }

    /** It is answered for good. */
    void answer(long reason, Instant at) {
        db.sql("update reason set closed_at = :at, closed_as = 'decided', deferred_until = null where id = :reason")
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** It is out of sight until then. */
    void defer(long reason, Instant until) {
        db.sql("update reason set deferred_until = :until where id = :reason")
                .param("reason", reason)
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Anybody but {@code who} may answer it. */
    void callAnother(long reason, String who) {
        db.sql("update reason set opinion_of = :who where id = :reason")
                .param("reason", reason)
                .param("who", who)
                .update();
    }

    /** The company of a decision is to be scored again. */
    void rescore(long decision) {
        db.sql(
                        "insert into rescore (company_id, decision_id, at) select company_id, id, at from decision where id = :id")
                .param("id", decision)
                .update();
    }

    /** The company of a decision that was taken back need not be scored again for it. */
    void rescoreNoMore(long decision, Instant at) {
        db.sql("update rescore set done_at = :at, done_as = 'undone' where decision_id = :id and done_at is null")
                .param("id", decision)
                .param("at", Timestamp.from(at))
                .update();
    }
}
