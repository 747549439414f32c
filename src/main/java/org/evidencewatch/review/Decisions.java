package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.review.Docket.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions as rows, and what they do to reasons and to the list of companies to score again. */
@Repository
class Decisions {

    private static final String DECISIONS = """
            select d.id, d.reason_id, s.url, d.verdict, d.reviewer, d.why, d.deferred_until, d.at
            from decision d join reason r on r.id = d.reason_id join source s on s.id = r.source_id
            """;

    private static final String LINES = """
            select r.id, r.change_id, x.capture_id, k.id as confirmation, r.closed_as, r.deferred_until, o.outcome
            from reason r
            join change x on x.id = r.change_id
            left join confirmation k on k.change_id = x.id
            left join current_outcome o on o.change_id = x.id
            where r.work_item_id = :item
            order by r.id
            """;

    private final JdbcClient db;

    Decisions(JdbcClient db) {
        this.db = db;
    }

    /** The item as the rules need it. */
    Docket docket(Item item) {
        Map<Long, Decision> last = ofItem(item.id()).stream()
                .collect(Collectors.toMap(Decision::reason, decision -> decision, (newer, older) -> newer));
        List<Line> lines = db.sql(LINES)
                .param("item", item.id())
                .query((row, number) -> line(row, last))
                .list();
        return new Docket(item.hold(), lines);
    }

    /** What was decided in the item, newest first. */
    List<Decision> ofItem(long item) {
        return db.sql(DECISIONS + "where r.work_item_id = :item order by d.id desc")
                .param("item", item)
                .query(Decisions::decision)
                .list();
    }

    /** The final answers to a change, one of each company that has answered. */
    List<Decision> finalOf(long change) {
        return db.sql(DECISIONS + "where d.change_id = :change and d.verdict <> 'defer' order by d.id")
                .param("change", change)
                .query(Decisions::decision)
                .list();
    }

    /** What was decided of the change, newest first. */
    List<Decision> ofChange(long change) {
        return db.sql(DECISIONS + "where d.change_id = :change order by d.id desc")
                .param("change", change)
                .query(Decisions::decision)
                .list();
    }

    /** Records the answer to one reason, with its effect on the reason and on the company. */
    void record(DecisionRequest request, Line line, Instant at) {
        long decision = insert(request, line, at);
        if (request.answer().ends()) {
            db.sql("update reason set closed_at = :at, closed_as = 'decided', deferred_until = null where id = :reason")
                    .param("reason", line.reason())
                    .param("at", Timestamp.from(at))
                    .update();
        } else {
            db.sql("update reason set deferred_until = :until where id = :reason")
                    .param("reason", line.reason())
                    .param("until", request.until().map(Timestamp::from).orElseThrow())
                    .update();
        }
        if (request.answer() == Answer.MATERIAL) {
            db.sql(
                            "insert into rescore (company_id, decision_id, at) select company_id, id, at from decision where id = :id")
                    .param("id", decision)
                    .update();
        }
    }

    private long insert(DecisionRequest request, Line line, Instant at) {
        return db.sql("""
                        insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, capture_id,
                                              deferred_until, confirmation_id, at)
                        select r.id, r.company_id, r.change_id, :verdict, :reviewer, :why, :capture,
                               :until, :confirmation, :at
                        from reason r where r.id = :reason
                        returning id
                        """)
                .param("reason", line.reason())
                .param("verdict", request.answer().word())
                .param("reviewer", request.reviewer())
                .param("why", request.why())
                .param("capture", line.capture())
                .param("until", request.until().map(Timestamp::from).orElse(null))
                .param("confirmation", line.confirmation().orElse(null))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** The companies to score again, those that have waited longest first. */
    List<Rescore> rescores() {
        record Due(String company, Decision decision) {}
        // relies on index rescore_open
        return db.sql("""
                        select c.slug, d.id, d.reason_id, s.url, d.verdict, d.reviewer, d.why, d.deferred_until, d.at
                        from rescore e
                        join company c on c.id = e.company_id
                        join decision d on d.id = e.decision_id
                        join reason r on r.id = d.reason_id
                        join source s on s.id = r.source_id
                        where e.done_at is null
                        order by d.at, d.id
                        """).query((row, number) -> new Due(row.getString("slug"), decision(row, number))).list().stream()
                .collect(Collectors.groupingBy(
                        Due::company,
                        LinkedHashMap::new,
                        Collectors.mapping(Due::decision, Collectors.toCollection(ArrayList::new))))
                .entrySet()
                .stream()
                .map(due -> new Rescore(due.getKey(), due.getValue().getFirst().at(), due.getValue()))
                .toList();
    }

    private static Line line(ResultSet row, Map<Long, Decision> last) throws SQLException {
        long reason = row.getLong("id");
        return new Line(
                reason,
                row.getLong("change_id"),
                row.getLong("capture_id"),
                Optional.ofNullable(row.getObject("confirmation", Long.class)),
                Optional.ofNullable(row.getString("closed_as")),
                instant(row, "deferred_until"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(last.get(reason)));
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        String word = row.getString("verdict");
        return new Decision(
                row.getLong("id"),
                row.getLong("reason_id"),
                row.getString("url"),
                Answer.of(word).orElseThrow(() -> new IllegalStateException("no such verdict: " + word)),
                row.getString("reviewer"),
                row.getString("why"),
                instant(row, "deferred_until"),
                row.getTimestamp("at").toInstant());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
