package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.evidencewatch.job.Verification;
import org.evidencewatch.postgres.Backup;
import org.evidencewatch.postgres.Restore;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Today's release on what the first one left behind, and on what a later one did. */
class FirstSchemaTest {

    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void theProgramStartsOnTheFirstSchemaAndKeepsWhatItHeld() throws Exception {
        DataSource database = ofTheFirstRelease();
        try (var house = TestHouse.on(database, NOW)) {
            assertKept(house);
        }
    }

    /** A backup is of one schema; whoever restores it later has a newer program. */
    @Test
    void aBackupOfAnOlderSchemaIsBroughtUpToDate(@TempDir Path folder) throws Exception {
        Path backup = folder.resolve("old.zip");
        try (var old = TestHouse.on(ofTheFirstRelease(), NOW, "spring.flyway.target=2")) {
            old.get(Backup.class).write(backup);
        }
        assertThat(Restore.contents(backup).schema()).isEqualTo("2");
        DataSource empty = TestDatabase.fresh();
        clear(empty);
        try (var before = TestHouse.on(empty, NOW, "spring.flyway.target=2?")) {
            before.get(Restore.class).from(backup);
        }
        try (var house = TestHouse.on(empty, NOW)) {
            assertKept(house);
        }
    }

    @Test
    void anOlderProgramDoesNotTouchANewerSchema() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database).sql("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
                        values (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, 'x', 1, true)""").update();

        assertThatThrownBy(() -> {
                    try (var house = TestHouse.on(database, NOW)) {
                        house.get(JdbcClient.class);
                    }
                })
                .rootCause()
                .hasMessageContaining("made by a newer release: its schema is at version 99, and this program knows")
                .hasMessageContaining("backup");
    }

    private static void assertKept(TestHouse house) {
        assertThat(house.get(Verification.class).checks())
                .filteredOn(check -> !check.ok())
                .isEmpty();
        var waiting = house.get(WorkQueue.class).list();
        assertThat(waiting).singleElement().satisfies(item -> {
            assertThat(item.company()).isEqualTo("acme");
            assertThat(item.reasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.url()).contains("https://acme.example/refunds"));
        });
        var db = house.get(JdbcClient.class);
        assertThat(db.sql("select verdict from decision").query(String.class).list())
                .containsExactly("reworded-same-meaning");
        assertThat(db.sql("select role from reviewer").query(String.class).list())
                .containsExactly("admin");
        assertThat(db.sql("select id::text from outbox where delivered_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("6f1c8a0b-4e2d-4b8f-9a3c-2d1e0f9a8b7c");
        assertThat(db.sql("select score || ' ' || grade from revision order by number")
                        .query(String.class)
                        .list())
                .containsExactly("83 A");
    }

    private static DataSource ofTheFirstRelease() throws Exception {
        DataSource database = TestDatabase.fresh();
        clear(database);
        Flyway.configure().dataSource(database).target("1").load().migrate();
        var db = JdbcClient.create(database);
        var pages = List.of("within 14 days", "in your profile", "within 7 days", "on your profile");
        for (int n = 0; n < pages.size(); n++) {
            byte[] body =
                    "<!doctype html><title>Acme</title><main><h1>Terms</h1><p>You can cancel or get a refund %s.</p></main>"
                            .formatted(pages.get(n))
                            .getBytes(StandardCharsets.UTF_8);
            db.sql("insert into snapshot (digest, body, length, created_at) values (:digest, :body, :length, :at)")
                    .param("digest", ContentDigest.of(body).hex())
                    .param("body", Snapshots.pack(body))
                    .param("length", body.length)
                    .param(
                            "at",
                            Timestamp.from(Instant.parse("2026-01-02T02:10:00Z").plusSeconds(n)))
                    .update();
        }
        new JdbcTemplate(database).execute(Files.readString(Path.of("fixtures/upgrade/first-schema.sql")));
        return database;
    }

    private static void clear(DataSource database) {
        new JdbcTemplate(database).execute("drop schema public cascade; create schema public");
    }
}
