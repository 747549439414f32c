package org.evidencewatch.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps alerts and what people said of them. Every method joins the caller's transaction. */
@Repository
class Alerts {

    /* alert_answer_newest */
    private static final String ALERT = """
            select a.*, c.name, w.until, w.cause as answered_cause, w.person, w.why, w.at as answered_at
            from alert a
            left join company c on c.id = a.company_id
            left join lateral (
                select * from alert_answer where alert_id = a.id order by id desc limit 1) w on true
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    Alerts(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Makes checks take turns, until the transaction ends. */
    void takeTurn() {
        db.sql("select pg_advisory_xact_lock(hashtext('evidence-watch.alert'))::text")
                .query()
                .singleValue();
    }

    /** The open alerts, the longest open first. By alert_one_open. */
    List<Alert> open() {
        return db.sql(ALERT + "where a.closed_at is null order by a.opened_at, a.id")
                .query((row, n) -> alert(row))
                .list();
    }

    Optional<Alert> find(long id) {
        return db.sql(ALERT + "where a.id = :id")
                .param("id", id)
                .query((row, n) -> alert(row))
                .optional();
    }

    /** Those opened or closed after a time, the newest change first. By alert_one_open and alert_closed. */
    List<Alert> changedAfter(Instant since, int atMost) {
        return db.sql(ALERT + """
                        where (a.closed_at is null and a.opened_at > :since) or a.closed_at > :since
                        order by greatest(a.opened_at, a.closed_at) desc, a.id desc limit :most""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, n) -> alert(row))
                .list();
    }

    /** The open ones that could not wait, and were not told at once yet. */
    List<Alert> untold() {
        return db.sql(ALERT + """
                        where a.closed_at is null and a.urgent and a.told_at is null and a.well_since is null
                        order by a.opened_at, a.id""").query((row, n) -> alert(row)).list();
    }

    /** Opens an alert for each finding; alert_one_open refuses a second one of a kind and subject. */
    void open(List<Finding> findings, Instant at) {
        var rows = findings.stream()
                .map(f -> Map.of(
                        "kind", f.kind().word(),
                        "subject", f.subject(),
                        "company_id", f.companyId(),
                        "detail", f.detail(),
                        "cause", f.cause(),
                        "urgent", f.urgent()))
                .toList();
        db.sql("""
                insert into alert (kind, subject, company_id, detail, cause, urgent, opened_at)
                select f.kind, f.subject, f.company_id, f.detail, f.cause, f.urgent, :at
                from rows from (jsonb_to_recordset(cast(:rows as jsonb))
                    as (kind text, subject text, company_id bigint, detail text, cause text, urgent boolean))
                    with ordinality as f(kind, subject, company_id, detail, cause, urgent, n)
                order by f.n
                """)
                .param("rows", json.writeValueAsString(rows))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives open alerts their words of today. One that has another cause now is told anew. */
    void renew(Map<Long, Finding> findings) {
        var rows = findings.entrySet().stream()
                .map(e -> Map.of(
                        "id", e.getKey(),
                        "detail", e.getValue().detail(),
                        "cause", e.getValue().cause(),
                        "urgent", e.getValue().urgent()))
                .toList();
        db.sql("""
                update alert a set detail = f.detail, cause = f.cause, urgent = f.urgent, well_since = null,
                    told_at = case when a.cause = f.cause then a.told_at end
                from jsonb_to_recordset(cast(:rows as jsonb)) as f(id bigint, detail text, cause text, urgent boolean)
                where a.id = f.id
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Begins the time after which they close. */
    void ease(List<Alert> alerts, Instant at) {
        mark("well_since", alerts, at);
    }

    void close(List<Alert> alerts, Instant at) {
        mark("closed_at", alerts, at);
    }

    void told(List<Alert> alerts, Instant at) {
        mark("told_at", alerts, at);
    }

    void answer(long alert, AlertAnswer answer) {
        db.sql("""
                insert into alert_answer (alert_id, answer, until, cause, person, why, at)
                values (:alert, :answer, :until, :cause, :person, :why, :at)
                """)
                .param("alert", alert)
                .param("answer", answer.word())
                .param(
                        "until",
                        answer.until()
                                .map(until -> until.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("cause", answer.cause())
                .param("person", answer.by())
                .param("why", answer.why())
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The name of this installation's feed. */
    UUID feed() {
        // who is told so keeps the name; of two who ask at once, one gives it
        db.sql("insert into alert_feed default values on conflict do nothing").update();
        return db.sql("select id from alert_feed").query(UUID.class).single();
    }

    private void mark(String column, Collection<Alert> alerts, Instant at) {
        if (!alerts.isEmpty()) {
            db.sql("update alert set " + column + " = :at where id = any(:ids)")
                    .param("ids", alerts.stream().map(Alert::id).toArray(Long[]::new))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getObject("uid", UUID.class),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                Optional.ofNullable(row.getString("name")),
                row.getString("detail"),
                row.getString("cause"),
                row.getBoolean("urgent"),
                time(row, "opened_at").orElseThrow(),
                time(row, "closed_at"),
                time(row, "well_since"),
                answer(row));
    }

    private static Optional<AlertAnswer> answer(ResultSet row) throws SQLException {
        var at = time(row, "answered_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlertAnswer(
                        time(row, "until"),
                        row.getString("answered_cause"),
                        row.getString("person"),
                        row.getString("why"),
                        at.get()));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
