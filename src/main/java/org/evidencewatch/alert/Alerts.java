package org.evidencewatch.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps alerts. Every method joins the caller's transaction. */
@Repository
class Alerts {

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

    /** The open alerts, the longest open first. */
    List<Alert> open() {
        return db.sql("""
                        select a.id, a.kind, a.subject, c.name, a.detail, a.opened_at
                        from alert a left join company c on c.id = a.company_id
                        where a.closed_at is null
                        order by a.opened_at, a.id
                        """)
                .query((row, n) -> new Alert(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getString("name")),
                        row.getString("detail"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Opens an alert for each finding; alert_one_open refuses a second one of a kind and subject. */
    void open(List<Finding> findings, Instant at) {
        var rows = findings.stream()
                .map(f -> Map.of(
                        "kind", f.kind(), "subject", f.subject(), "company_id", f.companyId(), "detail", f.detail()))
                .toList();
        db.sql("""
                insert into alert (kind, subject, company_id, detail, opened_at)
                select f.kind, f.subject, f.company_id, f.detail, :at
                from rows from (jsonb_to_recordset(cast(:rows as jsonb))
                    as (kind text, subject text, company_id bigint, detail text))
                    with ordinality as f(kind, subject, company_id, detail, n)
                order by f.n
                """)
                .param("rows", json.writeValueAsString(rows))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives open alerts their words of today. */
    void reword(Map<Long, String> details) {
        var rows = details.entrySet().stream()
                .map(e -> Map.of("id", e.getKey(), "detail", e.getValue()))
                .toList();
        db.sql("""
                update alert a set detail = f.detail
                from jsonb_to_recordset(cast(:rows as jsonb)) as f(id bigint, detail text)
                where a.id = f.id
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    void close(List<Alert> alerts, Instant at) {
        var ids = alerts.stream().map(Alert::id).toList();
        db.sql("""
                update alert set closed_at = :at
                where id in (select cast(value as bigint) from jsonb_array_elements_text(cast(:ids as jsonb)))
                """)
                .param("ids", json.writeValueAsString(ids))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
