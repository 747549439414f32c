package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.company.Sha256;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.postgres.Backup;
import org.evidencewatch.postgres.BackupRefused;
import org.evidencewatch.postgres.Restore;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup of two nights of the demonstration, brought into other homes. */
@Timeout(300)
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-06-14T00:00:00Z");

    @TempDir
    static Path folder;

    private static TestHouse house;
    private static Path backup;

    @BeforeAll
    static void twoNightsAndALetter() throws IOException {
        house = TestHouse.open(NOW);
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : List.of("2026-06-10", "2026-06-12")) {
            house.get(Refresh.class)
                    .refresh(
                            RefreshRequest.replayOf(
                                    Path.of("fixtures/nights", night), Instant.parse(night + "T02:00:00Z")),
                            Progress.NONE);
        }
        house.get(JdbcClient.class).sql("""
                        insert into outbox (id, channel, sort, subject, body, created_at, due_at, last_error)
                        values (gen_random_uuid(), 'webhook', 'news', 'a', '{"a": "tab, newline"}', now(), now(), E'a\\tb\\\\N\\n')""").update();
        backup = folder.resolve("evidence.zip");
        house.get(Backup.class).write(backup);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void restoredHouseIsTheSame() throws IOException {
        try (var other = TestHouse.open(NOW)) {
            other.get(Restore.class).from(backup);

            assertThat(other.get(Verification.class).checks())
                    .filteredOn(check -> !check.ok())
                    .isEmpty();
            assertThat(other.get(WorkQueue.class).list())
                    .hasSizeGreaterThan(3)
                    .usingRecursiveComparison()
                    .isEqualTo(house.get(WorkQueue.class).list());
            assertThat(exported(other, "theirs"))
                    .isEqualTo(exported(house, "ours"))
                    .hasSizeGreaterThan(10);
            assertThat(rows(other, "select to_jsonb(o)::text from outbox o"))
                    .hasSize(1)
                    .isEqualTo(rows(house, "select to_jsonb(o)::text from outbox o"));
            assertThat(rows(other, "select conname || pg_get_constraintdef(oid) from pg_constraint order by 1"))
                    .isEqualTo(
                            rows(house, "select conname || pg_get_constraintdef(oid) from pg_constraint order by 1"));
            // what comes next gets numbers of its own
            var night = RefreshRequest.replayOf(
                    Path.of("fixtures/nights/2026-06-13"), Instant.parse("2026-06-13T02:00:00Z"));
            assertThat(other.get(Refresh.class).refresh(night, Progress.NONE))
                    .isInstanceOf(Refresh.Outcome.Completed.class);
            assertThat(other.get(Verification.class).checks())
                    .filteredOn(check -> !check.ok())
                    .isEmpty();
        }
    }

    @Test
    void aHomeOfItsOwnTakesItByCommandOnceOnly() throws Exception {
        Path home = folder.resolve("home");
        assertThat(run(home, "restore", backup.toString(), "--json").waitFor())
                .as(Files.readString(folder.resolve("err.log")))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("out.log")));
        assertThat(report.path("rows").asLong()).isGreaterThan(500);

        assertThat(run(home, "verify", "--json").waitFor()).isZero();
        assertThat(run(home, "restore", backup.toString()).waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err.log"))).contains("there are data already");
    }

    @Test
    void overwritesNoBackupAndGivesItToNobodyElse() throws IOException {
        assertThatThrownBy(() -> house.get(Backup.class).write(backup)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void whatIsNotWholeLeavesTheDatabaseEmpty() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        Path text = Files.writeString(folder.resolve("text.zip"), "a letter");
        Path other = folder.resolve("other.zip");
        Damaged.copy(backup, other, "tables/source", rows -> rows.replaceFirst("https", "ftp"));
        try (var empty = TestHouse.open(NOW)) {
            for (Path wrong : List.of(cut, text, other)) {
                assertThatThrownBy(() -> empty.get(Restore.class).from(wrong))
                        .as(wrong.toString())
                        .isInstanceOf(BackupRefused.class)
                        .hasMessageContaining(wrong.equals(other) ? "rows of source" : wrong.toString());
            }
            assertThat(rows(empty, "select slug from company")).isEmpty();
            empty.get(Restore.class).from(backup);
        }
    }

    private static Map<String, String> exported(TestHouse house, String name) throws IOException {
        Path out = folder.resolve(name);
        assertThat(house.get(OpenData.class).export(out, true)).isInstanceOf(ExportReply.Exported.class);
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> out.relativize(file).toString(), BackupTest::digest, (a, b) -> a, TreeMap::new));
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(TestHouse house, String sql) {
        return house.get(JdbcClient.class)
                .sql(sql)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Process run(Path home, String... words) throws IOException {
        var builder = new ProcessBuilder(OtherJvm.program(words))
                .redirectOutput(folder.resolve("out.log").toFile())
                .redirectError(folder.resolve("err.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("EVIDENCE_"));
        builder.environment().put("EVIDENCE_HOME", home.toString());
        return builder.start();
    }
}
