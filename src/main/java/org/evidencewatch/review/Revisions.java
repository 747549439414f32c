package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.score.Effect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions of records as rows: the newest, and those that rest on a decision. In the caller's transaction. */
@Repository
class Revisions {

    private static final String REVISION = """
            select id, company_id, number, score, grade, tier, rubric, last_reviewed, scope, summary from revision
            """;

    private final JdbcClient db;

    Revisions(JdbcClient db) {
        this.db = db;
    }

    /** The newest revision of a company; empty where nothing was imported. Index revision (company_id, number). */
    Optional<RecordState> current(long company) {
        return db.sql(REVISION + "where company_id = :company order by number desc limit 1")
                .param("company", company)
                .query((row, n) -> state(row))
                .optional();
    }

    /** The revision that a decision made, if it made one. */
    Optional<RecordState> of(long decision) {
        return db.sql(REVISION + "where decision_id = :decision")
                .param("decision", decision)
                .query((row, n) -> state(row))
                .optional();
    }

    /** The revision before that one. */
    RecordState before(RecordState state) {
        return db.sql(REVISION + "where company_id = :company and number = :number")
                .param("company", state.company())
                .param("number", state.number() - 1)
                .query((row, n) -> state(row))
                .single();
    }

    /** Appends the revision that a decision makes: those claims, and score and grade as they follow. */
    void append(RecordState now, List<RecordClaim> claims, Effect effect, long decision, Instant at, LocalDate day) {
        Assessment assessment = now.assessment();
        append(
                now,
                claims,
                new Assessment(
                        effect.scoreAfter(),
                        effect.gradeAfter(),
                        assessment.tier(),
                        assessment.rubric(),
                        Optional.of(day),
                        assessment.scope(),
                        assessment.summary()),
                decision,
                at);
    }

    /** Whether the record has moved after the revision of a decision, otherwise than by what was taken back since. */
    boolean movedOnSince(long decision) {
        return db.sql("""
                        select exists (select 1 from revision d
                            join revision v on v.company_id = d.company_id and v.number > d.number
                            left join decision u on u.id = v.decision_id
                            where d.decision_id = :decision
                              and (u.id is null or u.undoes is null
                                   and not exists (select 1 from decision w where w.undoes = u.id)))
                        """).param("decision", decision).query(Boolean.class).single();
    }

    /** Appends a revision that says what an earlier one said. */
    void restore(RecordState earlier, long decision, Instant at) {
        append(current(earlier.company()).orElseThrow(), earlier.claims(), earlier.assessment(), decision, at);
    }

    private void append(RecordState now, List<RecordClaim> claims, Assessment assessment, long decision, Instant at) {
        long revision = db.sql("""
                        insert into revision (company_id, number, decision_id, score, grade, tier, rubric, last_reviewed,
                                              scope, summary, at)
                        values (:company, :number, :decision, :score, :grade, :tier, :rubric, :reviewed, :scope, :summary,
                                :at)
                        returning id
                        """)
                .param("company", now.company())
                .param("number", now.number() + 1)
                .param("decision", decision)
                .param("score", assessment.score().orElse(null))
                .param("grade", assessment.grade().orElse(null))
                .param("tier", assessment.tier().orElse(null))
                .param("rubric", assessment.rubric().orElse(null))
                .param("reviewed", assessment.lastReviewed().orElse(null))
                .param("scope", assessment.scope().orElse(null))
                .param("summary", assessment.summary().orElse(null))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        claims.forEach(claim -> state(now.company(), revision, claim));
    }

    private void state(long company, long revision, RecordClaim claim) {
        db.sql("""
                        with known as (
                            insert into claim (company_id, dimension, ordinal) values (:company, :dimension, :ordinal)
                            on conflict (company_id, dimension, ordinal) do update set ordinal = excluded.ordinal
                            returning id)
                        insert into revision_claim (revision_id, claim_id, statement)
                        select :revision, id, :statement from known
                        """)
                .param("company", company)
                .param("revision", revision)
                .param("dimension", claim.dimension().key())
                .param("ordinal", claim.ordinal())
                .param("statement", claim.statement())
                .update();
    }

    private RecordState state(ResultSet row) throws SQLException {
        long revision = row.getLong("id");
        var assessment = new Assessment(
                Optional.ofNullable(row.getObject("score", Integer.class)),
                text(row, "grade"),
                text(row, "tier"),
                text(row, "rubric"),
                Optional.ofNullable(row.getObject("last_reviewed", LocalDate.class)),
                text(row, "scope"),
                text(row, "summary"));
        return new RecordState(row.getLong("company_id"), revision, row.getInt("number"), assessment, claims(revision));
    }

    private List<RecordClaim> claims(long revision) {
        return db
                .sql("""
                        select k.dimension, k.ordinal, s.statement
                        from revision_claim s join claim k on k.id = s.claim_id where s.revision_id = :revision
                        """)
                .param("revision", revision)
                .query((row, n) -> new RecordClaim(
                        Dimension.withKey(row.getString("dimension")).orElseThrow(),
                        row.getInt("ordinal"),
                        row.getString("statement")))
                .list()
                .stream()
                .sorted(Comparator.comparing(RecordClaim::dimension).thenComparingInt(RecordClaim::ordinal))
                .toList();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
