package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is at stake, as rows beside open reasons. Derived: may be lost without harm. */
@Repository
class Stakes {

    private static final TypeReference<List<ClaimEdit>> EDITS = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    Stakes(JdbcClient db) {
        this.db = db;
    }

    /**
     * A reason whose stake is to be worked out.
     *
     * @param basis what it will be made of
     */
    record Due(long reason, long company, Optional<Long> change, Lane lane, int severity, String basis) {}

    /** Open reasons, of one company or of all, whose stake is missing or made of something else than what stands now. */
    List<Due> due(String rubric, Optional<Long> company) {
        return db.sql("""
                        with basis as (
                            select c.id as company_id, concat_ws(' ',
                                (select max(v.id) from revision v where v.company_id = c.id),
                                (select max(v.id) from claim k join claim_verdict v on v.claim_id = k.id
                                 where k.company_id = c.id), cast(:rubric as text)) as made_of
                            from company c
                            where c.id in (select w.company_id from work_item w where w.closed_at is null)
                              and (cast(:company as bigint) is null or c.id = :company))
                        select r.id, r.company_id, r.change_id, r.lane, coalesce(x.severity, 0) as severity, b.made_of
                        from reason r
                        join basis b on b.company_id = r.company_id
                        left join change x on x.id = r.change_id
                        left join stake s on s.reason_id = r.id
                        where r.closed_at is null and s.basis is distinct from b.made_of
                        order by r.id
                        """)
                .param("rubric", rubric)
                .param("company", company.orElse(null), Types.BIGINT)
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        row.getLong("company_id"),
                        Optional.ofNullable(row.getObject("change_id", Long.class)),
                        Lane.labelled(row.getString("lane")),
                        row.getInt("severity"),
                        row.getString("made_of")))
                .list();
    }

    void save(Due due, Stake stake) {
        db.sql("""
                        insert into stake (reason_id, basis, probability, score_before, score_after, grade_before, grade_after,
                                           points, citations_left, proposal, touched, lines)
                        values (:reason, :basis, :probability, :scoreBefore, :scoreAfter, :gradeBefore, :gradeAfter, :points,
                                :left, :proposal::jsonb, :touched::jsonb, :lines::jsonb)
                        on conflict (reason_id) do update set basis = excluded.basis, probability = excluded.probability,
                            score_before = excluded.score_before, score_after = excluded.score_after,
                            grade_before = excluded.grade_before, grade_after = excluded.grade_after,
                            points = excluded.points, citations_left = excluded.citations_left,
                            proposal = excluded.proposal, touched = excluded.touched, lines = excluded.lines
                        """)
                .param("reason", due.reason())
                .param("basis", due.basis())
                .param("probability", stake.probability())
                .param("scoreBefore", stake.scoreBefore().orElse(null))
                .param("scoreAfter", stake.scoreAfter().orElse(null))
                .param("gradeBefore", stake.gradeBefore().orElse(null))
                .param("gradeAfter", stake.gradeAfter().orElse(null))
                .param("points", stake.points())
                .param("left", stake.citationsLeft())
                .param("proposal", JSON.writeValueAsString(stake.proposal()))
                .param("touched", JSON.writeValueAsString(stake.touched()))
                .param("lines", JSON.writeValueAsString(stake.lines()))
                .update();
    }

    /** The same without what is only told: enough for {@link Stake#priority}, from a row without those columns. */
    static Stake weight(ResultSet row, Lane lane, int severity) throws SQLException {
        double probability = probability(row);
        if (row.wasNull()) {
            return Stake.unknown(lane, severity);
        }
        return new Stake(
                probability,
                row.getInt("points"),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.getString("grade_before")),
                Optional.ofNullable(row.getString("grade_after")),
                row.getInt("citations_left"),
                List.of(),
                List.of(),
                List.of());
    }

    /** The stake in a row that has the columns of its table; by severity alone where it has none. */
    static Stake stake(ResultSet row, Lane lane, int severity) throws SQLException {
        String proposal = row.getString("proposal");
        if (proposal == null) {
            return Stake.unknown(lane, severity);
        }
        return new Stake(
                probability(row),
                row.getInt("points"),
                Optional.ofNullable(row.getObject("score_before", Integer.class)),
                Optional.ofNullable(row.getObject("score_after", Integer.class)),
                Optional.ofNullable(row.getString("grade_before")),
                Optional.ofNullable(row.getString("grade_after")),
                row.getInt("citations_left"),
                JSON.readValue(proposal, EDITS),
                JSON.readValue(row.getString("touched"), WORDS),
                JSON.readValue(row.getString("lines"), WORDS));
    }

    /** The column has four octets. Read as a double it would be another number by the way in which the driver got it. */
    private static double probability(ResultSet row) throws SQLException {
        return row.getFloat("probability");
    }
}
