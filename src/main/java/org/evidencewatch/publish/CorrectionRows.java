package org.evidencewatch.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.Correction.Basis;
import org.evidencewatch.company.Correction.Mark;
import org.evidencewatch.company.CorrectionJson;
import org.evidencewatch.company.RescoreReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Corrections that people decided, and why companies are to be scored again: our own, and those of earlier publications. By
 * slug, in the caller's transaction, to be closed. What was undone is none.
 */
@Repository
class CorrectionRows {

    private static final String DECISION = """
            select o.slug, d.verdict, d.at, d.confirmation_id, d.absence_id, d.dispute_id, s.url, x.reasons,
                   ob.snapshot_digest as before_digest, na.snapshot_digest as after_digest""";

    private static final String OF_DECISION = """

            join company o on o.id = d.company_id
            left join change x on x.id = d.change_id
            left join source s on s.id = x.source_id
            left join capture b on b.id = x.baseline_capture_id
            left join capture ob on ob.id = coalesce(b.refers_to, b.id)
            left join capture a on a.id = coalesce(d.capture_id, x.capture_id)
            left join capture na on na.id = coalesce(a.refers_to, a.id)
            """;

    private static final String STANDS = """

            where d.verdict <> 'undo' and not exists (select 1 from decision u where u.undoes = d.id)
            """;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.shared();

    CorrectionRows(JdbcClient db) {
        this.db = db;
    }

    /** Revisions that rest on a decision, beside the revision before. */
    Shelf<Correction> revisions() {
        return new Shelf<>(db
                .sql(DECISION + """
                        , r.number, r.score, r.grade, p.score as score_before, p.grade as grade_before, c.claims
                        from revision r join decision d on d.id = r.decision_id
                        """ + OF_DECISION + """
                        left join lateral (select * from revision e where e.company_id = r.company_id
                            and e.number < r.number order by e.number desc limit 1) p on true
                        left join lateral (
                            select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('dimension', k.dimension, 'ordinal',
                                k.ordinal, 'before', e.statement, 'after', n.statement))) as claims
                            from (select * from revision_claim where revision_id = p.id) e
                            full join (select * from revision_claim where revision_id = r.id) n
                                on n.claim_id = e.claim_id
                            join claim k on k.id = coalesce(n.claim_id, e.claim_id)
                            where e.statement is distinct from n.statement) c on true""" + STANDS + """
                        order by o.slug collate "C"
                        """)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), revision(row)))
                .stream());
    }

    /** Repairs of citations that rest on a decision, none of them undone. */
    Shelf<Correction> repairs() {
        return new Shelf<>(db
                .sql(DECISION.replace("s.url", "coalesce(s.url, cs.url) as url") + """
                        , q.kind, q.before, q.after
                        from citation_repair q
                        join decision d on d.id = q.decision_id
                        join citation t on t.id = q.citation_id
                        join source cs on cs.id = t.source_id""" + OF_DECISION + STANDS + """
                          and q.kind <> 'undone' and not exists (select 1 from citation_repair u where u.undoes = q.id)
                        order by o.slug collate "C"
                        """)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), repair(row)))
                .stream());
    }

    /** Those of earlier publications. */
    Shelf<Correction> published() {
        return new Shelf<>(db
                .sql("""
                        select o.slug, p.content from published_correction p join company o on o.id = p.company_id
                        order by o.slug collate "C"
                        """)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) ->
                        new Shelf.Of<>(row.getString("slug"), CorrectionJson.correction(tree(row, "content"))))
                .stream());
    }

    /** Why companies wait for a score, by our own decisions. Index rescore_open. */
    Shelf<RescoreReason> rescores() {
        return new Shelf<>(db
                .sql(DECISION + """

                        from rescore w join decision d on d.id = w.decision_id""" + OF_DECISION + STANDS + """
                          and w.done_at is null
                        order by o.slug collate "C"
                        """)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), reason(row)))
                .stream());
    }

    /** The same by earlier publications, where no later import or rubric has scored the company since. */
    Shelf<RescoreReason> publishedRescores() {
        return new Shelf<>(db
                .sql("""
                        select o.slug, p.content from published_rescore p join company o on o.id = p.company_id
                        where not exists (select 1 from revision r where r.company_id = p.company_id
                                          and r.decision_id is null and r.number > p.revision)
                          and not exists (select 1 from published_rescore e where e.id = p.id and e.revision > p.revision)
                        order by o.slug collate "C"
                        """)
                .withFetchSize(RecordRows.FETCH)
                .query((row, n) -> new Shelf.Of<>(row.getString("slug"), CorrectionJson.reason(tree(row, "content"))))
                .stream());
    }

    private Correction revision(ResultSet row) throws SQLException {
        return correction(
                row,
                Optional.of(row.getInt("number")),
                new Mark(Row.number(row, "score_before"), Row.text(row, "grade_before")),
                new Mark(Row.number(row, "score"), Row.text(row, "grade")),
                Differences.claims(tree(row, "claims")),
                Optional.empty());
    }

    private Correction repair(ResultSet row) throws SQLException {
        var repair = Differences.repair(row.getString("kind"), tree(row, "before"), tree(row, "after"));
        return correction(row, Optional.empty(), Mark.NONE, Mark.NONE, List.of(), Optional.of(repair));
    }

    private Correction correction(
            ResultSet row,
            Optional<Integer> revision,
            Mark before,
            Mark after,
            List<Correction.ClaimChange> claims,
            Optional<Correction.Repair> repair)
            throws SQLException {
        var correction = new Correction(
                CorrectionJson.UNNAMED,
                Row.time(row, "at").orElseThrow(),
                row.getString("verdict"),
                basis(row),
                revision,
                before,
                after,
                claims,
                repair,
                Row.text(row, "url"),
                Differences.told(tree(row, "reasons")),
                Row.text(row, "before_digest"),
                Row.text(row, "after_digest"));
        return CorrectionJson.identified(row.getString("slug"), correction);
    }

    private RescoreReason reason(ResultSet row) throws SQLException {
        var facts = new ArrayList<>(Differences.told(tree(row, "reasons")));
        facts.removeIf(told -> !told.ofFact());
        var reason = new RescoreReason(
                CorrectionJson.UNNAMED,
                Row.time(row, "at").orElseThrow(),
                row.getString("verdict"),
                Row.text(row, "url"),
                facts);
        return CorrectionJson.identified(row.getString("slug"), reason);
    }

    private static Basis basis(ResultSet row) throws SQLException {
        if (Row.id(row, "confirmation_id").isPresent()) {
            return Basis.CONFIRMED_CHANGE;
        }
        if (Row.id(row, "absence_id").isPresent()) {
            return Basis.LASTING_ABSENCE;
        }
        return Row.id(row, "dispute_id").isPresent() ? Basis.DISPUTE : Basis.REVIEW;
    }

    /** The JSON of a column; an empty array where there is none. */
    private JsonNode tree(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return json.readTree(text == null ? "[]" : text);
    }
}
