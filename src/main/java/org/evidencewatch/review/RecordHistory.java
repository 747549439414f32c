package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows how a record came to state what it states, and what people said of its pages. Reads only. */
@Repository
public class RecordHistory {

    private static final int MOST = 200;

    private final JdbcClient db;

    RecordHistory(JdbcClient db) {
        this.db = db;
    }

    /**
     * One revision of a record. Exactly one of the three bases is present.
     *
     * @param file the name of the file that was imported
     * @param rubric the version of the rubric by which it was scored anew
     * @param decision of a person
     */
    public record Revised(
            int number,
            Instant at,
            Optional<Integer> score,
            Optional<String> grade,
            Optional<String> file,
            Optional<String> rubric,
            Optional<Said> decision) {}

    /**
     * What a person said of a reason.
     *
     * @param capture on which one
     * @param moves whether the record moved by it
     * @param undone whether it was taken back since
     */
    public record Said(
            long id,
            Answer answer,
            String by,
            String why,
            Instant at,
            Optional<Long> capture,
            boolean moves,
            boolean undone) {}

    /** The newest revisions of a company's record, the newest first. Index revision (company_id, number). */
    public List<Revised> revisions(String slug) {
        return db.sql("""
                        select v.number, v.at as revised_at, v.score, v.grade, v.rubric_version, f.name as file, d.id,
                               d.verdict, d.reviewer, d.why, d.at, d.capture_id, d.moves_record,
                               exists (select 1 from decision u where u.undoes = d.id) as undone
                        from company c
                        join revision v on v.company_id = c.id
                        left join import_file f on f.id = v.import_id
                        left join decision d on d.id = v.decision_id
                        where c.slug = :slug order by v.number desc limit :most
                        """)
                .param("slug", slug)
                .param("most", MOST)
                .query((row, n) -> revised(row))
                .list();
    }

    /**
     * The newest decisions on a page at a company, the newest first. Index reason (company_id, change_id), then decision
     * (reason_id, undone_round).
     */
    public List<Said> decisions(String slug, long source) {
        return db.sql("""
                        select d.id, d.verdict, d.reviewer, d.why, d.at, d.capture_id, d.moves_record,
                               exists (select 1 from decision u where u.undoes = d.id) as undone
                        from company c
                        join reason r on r.company_id = c.id and r.source_id = :source
                        join decision d on d.reason_id = r.id
                        where c.slug = :slug order by d.id desc limit :most
                        """)
                .param("slug", slug)
                .param("source", source)
                .param("most", MOST)
                .query((row, n) -> said(row))
                .list();
    }

    private static Revised revised(ResultSet row) throws SQLException {
        boolean decided = row.getString("verdict") != null;
        return new Revised(
                row.getInt("number"),
                row.getTimestamp("revised_at").toInstant(),
                Optional.ofNullable(row.getObject("score", Integer.class)),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("file")),
                Optional.ofNullable(row.getString("rubric_version")),
                decided ? Optional.of(said(row)) : Optional.empty());
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getLong("id"),
                Answer.ofRow(row.getString("verdict")),
                row.getString("reviewer"),
                row.getString("why"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getObject("capture_id", Long.class)),
                row.getBoolean("moves_record"),
                row.getBoolean("undone"));
    }
}
