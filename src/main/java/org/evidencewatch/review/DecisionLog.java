package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that people decided, for people who look it up. Reads only. */
@Repository
public class DecisionLog {

    private final JdbcClient db;
    private final Decisions decisions;

    DecisionLog(JdbcClient db, Decisions decisions) {
        this.db = db;
        this.decisions = decisions;
    }

    /**
     * Which decisions are asked for.
     *
     * @param reviewer their name
     * @param company its slug
     */
    public record Filter(Optional<String> reviewer, Optional<String> company, Optional<Answer> answer) {

        /** All of them. */
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private record Context(
            long item,
            String company,
            String name,
            boolean moves,
            Optional<LoggedDecision.Undone> undone,
            Optional<Instant> published) {}

    /** Decisions by falling id, from the newest or from the one before {@code before}. */
    public List<LoggedDecision> page(Filter filter, Optional<Long> before, int size) {
        List<Decision> page = decisions.page(filter, before, size);
        Map<Long, Context> contexts = contexts(page.stream().map(Decision::id).toArray(Long[]::new));
        return page.stream()
                .map(decision -> logged(decision, Objects.requireNonNull(contexts.get(decision.id()))))
                .toList();
    }

    /** Everybody who ever decided anything, in order. */
    public List<String> reviewers() {
        return db.sql("select distinct reviewer from decision order by reviewer")
                .query((row, n) -> row.getString("reviewer"))
                .list();
    }

    private Map<Long, Context> contexts(Long[] ids) {
        // the keys of decision, reason and company; decision_undoes_key; publications are few
        record Row(long id, Context context) {}
        return db.sql("""
                        select d.id, r.work_item_id, c.slug, c.name, d.moves_record, u.id as undo, u.reviewer, u.at,
                               (select min(p.at) from publication p where p.last_decision_id >= d.id) as published
                        from decision d
                        join reason r on r.id = d.reason_id
                        join company c on c.id = d.company_id
                        left join decision u on u.undoes = d.id
                        where d.id = any(:ids)""").param("ids", ids).query((row, n) -> new Row(row.getLong("id"), context(row))).list().stream()
                .collect(Collectors.toMap(Row::id, Row::context));
    }

    private static LoggedDecision logged(Decision decision, Context context) {
        return new LoggedDecision(
                decision,
                context.item(),
                context.company(),
                context.name(),
                context.moves(),
                context.undone(),
                context.published());
    }

    private static Context context(ResultSet row) throws SQLException {
        Long undo = row.getObject("undo", Long.class);
        return new Context(
                row.getLong("work_item_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getBoolean("moves_record"),
                undo == null
                        ? Optional.empty()
                        : Optional.of(new LoggedDecision.Undone(
                                undo, row.getString("reviewer"), time(row, "at").orElseThrow())),
                time(row, "published"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
