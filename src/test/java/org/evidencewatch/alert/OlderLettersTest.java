package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Letters from before their bytes were kept. */
class OlderLettersTest {

    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V17__alerts.sql");

    @Test
    void areStillDelivered() throws IOException {
        String migration = Files.readString(MIGRATION);
        var database = TestDatabase.fresh();
        var db = JdbcClient.create(database);
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            db.sql("""
                    drop table alert_answer, alert_feed, endpoint, objective_day, database_day, outbox;
                    drop index alert_closed;
                    alter table alert drop column uid, drop column cause, drop column urgent, drop column told_at,
                        drop column well_since;
                    create table outbox (id uuid primary key, channel text not null, payload jsonb not null,
                        created_at timestamptz not null, due_at timestamptz not null, attempts int not null default 0,
                        last_error text, delivered_at timestamptz);
                    create index outbox_due on outbox (due_at) where delivered_at is null;
                    insert into alert (kind, subject, detail, opened_at) values ('cannot-read', 'source:1', 'x', now());
                    insert into outbox (id, channel, payload, created_at, due_at)
                    select gen_random_uuid(), c, '{"at": "2026-06-28T06:00:00Z", "opened": 1, "lines":
                        [{"event": "opened", "kind": "cannot-read", "text": "not readable \\u2026"}]}', now(), now()
                    from unnest(array['mail', 'webhook']) c
                    """).update();
            db.sql(migration).update();

            var json = JsonMapper.shared().readTree(body(db, "webhook"));
            assertThat(json.get("type").asString()).isEqualTo("evidence.alerts");
            assertThat(json.at("/data/lines/0/text").asString()).isEqualTo("not readable …");
            assertThat(body(db, "mail")).isEqualTo("opened: not readable …\n");
            assertThat(db.sql("select count(distinct uid) from alert")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    private static String body(JdbcClient db, String channel) {
        return db.sql("select convert_from(body, 'UTF8') from outbox where channel = :channel")
                .param("channel", channel)
                .query(String.class)
                .single();
    }
}
