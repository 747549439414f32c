package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evidencewatch.review.Docket.Ground;
import org.evidencewatch.review.Docket.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Decisions as rows. In the caller's transaction. */
@Repository
class Decisions {

    private static final String DECISIONS = """
            select d.id, d.reason_id, s.url, d.verdict, d.reviewer, d.why, d.deferred_until, d.at, d.undoes,
                   exists (select 1 from decision u where u.undoes = d.id) as undone,
                   v.id as revision, v.score, v.grade, b.score as score_before, b.grade as grade_before
            from decision d
            join reason r on r.id = d.reason_id
            left join source s on s.id = r.source_id
            left join revision v on v.decision_id = d.id
            left join revision b on b.company_id = v.company_id and b.number = v.number - 1
            """;

    private static final String LINES = """
            select r.id, r.company_id, r.change_id, r.dispute_id, x.capture_id, x.capture_good, x.kind, x.candidate_url,
                   k.id as confirmation, a.id as absence, r.closed_as, r.deferred_until, r.opinion_of, o.outcome,
                   t.id as citation,
                   (select count(*) from decision u where u.reason_id = r.id and u.undone_round is not null) as round
            from reason r
            left join change x on x.id = r.change_id
            left join confirmation k on k.change_id = x.id
            left join lasting_absence a on a.change_id = x.id
            left join current_outcome o on o.change_id = x.id
            left join citation t on t.company_id = r.company_id and t.source_id = r.source_id and t.retired_at is null
            where r.work_item_id = :item
            order by r.id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    Decisions(JdbcClient db) {
        this.db = db;
    }

    /** The item as the rules need it. */
    Docket docket(Item item) {
        Map<Long, Decision> last = ofItem(item.id()).stream()
                .filter(decision -> decision.undoes().isEmpty() && !decision.undone())
                .collect(Collectors.toMap(Decision::reason, decision -> decision, (newer, older) -> newer));
        List<Line> lines = db.sql(LINES)
                .param("item", item.id())
                .query((row, number) -> line(row, last))
                .list();
        return new Docket(item.hold(), lines);
    }

    /** What was decided in the item, newest first. */
    List<Decision> ofItem(long item) {
        return decisions("where r.work_item_id = :id order by d.id desc", item);
    }

    /** The final answers to a change that hold, one of each company that has answered. */
    List<Decision> finalOf(long change) {
        return decisions("join effective_decision e on e.id = d.id where d.change_id = :id order by d.id", change);
    }

    /** What was decided of the change, newest first. */
    List<Decision> ofChange(long change) {
        return decisions("where d.change_id = :id order by d.id desc", change);
    }

    /** That decision. */
    Optional<Decision> find(long id) {
        return decisions("where d.id = :id", id).stream().findFirst();
    }

    /** Those that pass the filter, by falling id, below {@code before}: the key of decision from its newest end. */
    List<Decision> page(DecisionLog.Filter filter, Optional<Long> before, int size) {
        return db.sql(DECISIONS + """
                        where d.id < :before
                          and (:reviewer = '' or d.reviewer = :reviewer)
                          and (:answer = '' or d.verdict = :answer)
                          and (:company = '' or d.company_id = (select id from company where slug = :company))
                        order by d.id desc limit :size""")
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("reviewer", filter.reviewer().orElse(""))
                .param("answer", filter.answer().map(Answer::word).orElse(""))
                .param("company", filter.company().orElse(""))
                .param("size", size)
                .query((row, number) -> decision(row))
                .list();
    }

    /** Those decisions, by id. */
    Map<Long, Decision> all(List<Long> ids) {
        return db
                .sql(DECISIONS + "where d.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> decision(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Decision::id, decision -> decision));
    }

    private List<Decision> decisions(String where, long id) {
        return db.sql(DECISIONS + where)
                .param("id", id)
                .query((row, number) -> decision(row))
                .list();
    }

    /**
     * What is kept of an answer beside its words: the plan it follows, and whose proposal it seconds.
     *
     * @param request shared by all that one request answers
     */
    record Kept(
            Line line,
            Answer answer,
            String reviewer,
            String why,
            Optional<Instant> until,
            Optional<Plan> plan,
            Optional<Decision> seconds,
            Optional<Answer> opinion,
            Optional<String> cause,
            UUID request,
            Instant at) {}

    /** Keeps a decision; its id. */
    long insert(Kept kept) {
        Line line = kept.line();
        return db.sql("""
                        insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, capture_id,
                                              deferred_until, confirmation_id, absence_id, dispute_id, moves_record, effect,
                                              cause, round, opinion, seconds, seconded_reviewer, request_id, at)
                        select r.id, r.company_id, r.change_id, :verdict, :reviewer, :why, :capture, :until, :confirmation,
                               :absence, :dispute, :moves, :effect::jsonb, :cause, :round, :opinion, :seconds, :seconded,
                               :request, :at
                        from reason r where r.id = :reason
                        returning id
                        """)
                .param("reason", line.reason())
                .param("verdict", kept.answer().word())
                .param("reviewer", kept.reviewer())
                .param("why", kept.why())
                .param("capture", line.page().map(Ground.OfPage::capture).orElse(null))
                .param("until", kept.until().map(Timestamp::from).orElse(null))
                .param("confirmation", Key.confirmation(line.key()).orElse(null))
                .param("absence", Key.absence(line.key()).orElse(null))
                .param("dispute", Key.dispute(line.key()).orElse(null))
                .param("moves", kept.plan().filter(Plan::moves).isPresent())
                .param(
                        "effect",
                        kept.plan()
                                .map(plan -> JSON.writeValueAsString(plan.audit()))
                                .orElse("{}"))
                .param("cause", kept.cause().orElse(null))
                .param("round", line.round())
                .param("opinion", kept.opinion().map(Answer::word).orElse(null))
                .param("seconds", kept.seconds().map(Decision::id).orElse(null))
                .param("request", kept.request())
                .param("seconded", kept.seconds().map(Decision::by).orElse(null))
                .param("at", Timestamp.from(kept.at()))
                .query(Long.class)
                .single();
    }

    /** Keeps that a decision is taken back, by the same keys; its id. */
    long undo(long decision, String reviewer, String why, Instant at) {
        return db.sql("""
                        insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, capture_id,
                                              confirmation_id, absence_id, dispute_id, moves_record, effect, cause, round,
                                              undoes, undone_round, at)
                        select reason_id, company_id, change_id, 'undo', :reviewer, :why, capture_id, confirmation_id,
                               absence_id, dispute_id, moves_record, '{}', cause, round, id,
                               case when verdict not in ('defer', 'needs-second-opinion') then round end, :at
                        from decision where id = :decision
                        returning id
                        """)
                .param("decision", decision)
                .param("reviewer", reviewer)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** What a decision is about: its company, and the change if it is about one. */
    record Subject(long companyId, String company, Optional<Long> change) {}

    /** What that decision is about; empty where there is none of that id. */
    Optional<Subject> subject(long decision) {
        return db.sql(
                        "select c.id, c.slug, d.change_id from decision d join company c on c.id = d.company_id where d.id = :id")
                .param("id", decision)
                .query((row, n) -> new Subject(
                        row.getLong("id"),
                        row.getString("slug"),
                        Optional.ofNullable(row.getObject("change_id", Long.class))))
                .optional();
    }

    /** A decision that the same request made, and the change if it is about one. */
    record Sibling(long id, String company, Optional<Long> change) {}

    /** What holds of the request that made a decision, itself included; by company, and there what came last first. */
    List<Sibling> sameRequest(long decision) {
        // relies on index decision_request
        return db.sql("""
                        select d.id, c.slug, d.change_id
                        from decision asked
                        join decision d on d.request_id = asked.request_id
                        join company c on c.id = d.company_id
                        where asked.id = :id and not exists (select 1 from decision u where u.undoes = d.id)
                        order by c.slug, d.id desc
                        """)
                .param("id", decision)
                .query((row, n) -> new Sibling(
                        row.getLong("id"),
                        row.getString("slug"),
                        Optional.ofNullable(row.getObject("change_id", Long.class))))
                .list();
    }

    /** The decision by which that one was taken back. */
    Decision undoOf(long decision) {
        return decisions("where d.undoes = :id", decision).getFirst();
    }

    /** The newest call for a second opinion on a reason that proposes this answer and is not taken back. */
    Optional<Decision> proposing(long reason, Answer answer) {
        return db.sql(DECISIONS + """
                        where d.reason_id = :reason and d.opinion = :answer
                          and not exists (select 1 from decision u where u.undoes = d.id)
                        order by d.id desc limit 1""")
                .param("reason", reason)
                .param("answer", answer.word())
                .query((row, number) -> decision(row))
                .optional();
    }

    /** When the newest publication that holds a decision was made. */
    Optional<Instant> publishedAt(long decision) {
        return db.sql("select min(at) as at from publication where last_decision_id >= :decision")
                .param("decision", decision)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    private static Line line(ResultSet row, Map<Long, Decision> last) throws SQLException {
        long reason = row.getLong("id");
        Ground ground = ground(row);
        return new Line(
                reason,
                row.getLong("company_id"),
                ground,
                Optional.ofNullable(row.getObject("citation", Long.class)),
                key(row, ground),
                Optional.ofNullable(row.getString("closed_as")),
                instant(row, "deferred_until"),
                Optional.ofNullable(row.getString("opinion_of")),
                row.getInt("round"),
                Optional.ofNullable(last.get(reason)));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        Long dispute = row.getObject("dispute_id", Long.class);
        return dispute != null
                ? new Ground.OfDispute(dispute)
                : new Ground.OfPage(
                        row.getLong("change_id"),
                        row.getLong("capture_id"),
                        row.getBoolean("capture_good"),
                        row.getString("kind").equals("gone"),
                        Optional.ofNullable(row.getString("candidate_url")),
                        Optional.ofNullable(row.getString("outcome")));
    }

    private static Optional<Key> key(ResultSet row, Ground ground) throws SQLException {
        Long confirmation = row.getObject("confirmation", Long.class);
        Long absence = row.getObject("absence", Long.class);
        return switch (ground) {
            case Ground.OfDispute disputed -> Optional.of(new Key.Dispute(disputed.dispute()));
            case Ground.OfPage page -> {
                if (page.pageStands()) {
                    yield Optional.ofNullable(confirmation).map(Key.Confirmation::new);
                }
                yield Optional.ofNullable(absence).map(Key.LastingAbsence::new);
            }
        };
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getLong("reason_id"),
                Optional.ofNullable(row.getString("url")),
                Answer.ofRow(row.getString("verdict")),
                row.getString("reviewer"),
                row.getString("why"),
                instant(row, "deferred_until"),
                row.getTimestamp("at").toInstant(),
                moved(row),
                Optional.ofNullable(row.getObject("undoes", Long.class)),
                row.getBoolean("undone"));
    }

    private static Optional<Decision.Moved> moved(ResultSet row) throws SQLException {
        return row.getObject("revision") == null
                ? Optional.empty()
                : Optional.of(new Decision.Moved(
                        Optional.ofNullable(row.getObject("score_before", Integer.class)),
                        Optional.ofNullable(row.getString("grade_before")),
                        Optional.ofNullable(row.getObject("score", Integer.class)),
                        Optional.ofNullable(row.getString("grade"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
