package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What is published of the demonstration's index after its nights and some decisions. */
class OpenDataTest {

    private static final Instant NOW = Instant.parse("2026-06-14T09:00:00Z");
    private static final List<String> NIGHTS = List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13");
    private static final String MOVED_TO = "https://www.parlavo.example/help/refunds-for-annual-plans";

    private static TestHouse house;

    @TempDir
    Path temp;

    @BeforeAll
    static void nightsAndDecisions() {
        house = TestHouse.open(NOW);
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : NIGHTS) {
            house.get(Refresh.class)
                    .refresh(
                            RefreshRequest.replayOf(
                                    Path.of("fixtures/nights", night), Instant.parse(night + "T02:00:00Z")),
                            Progress.NONE);
        }
        var decided = new Decided(house.get(JdbcClient.class), house.get(PlatformTransactionManager.class));
        long worse = decided.decide("nimbusattic", "material-worse", true, NOW.minusSeconds(600));
        decided.revise(worse, "refund", "Refunds within 14 days of payment.", 74, "B", NOW.minusSeconds(600));
        decided.rescore(worse);
        long mistaken = decided.decide("nimbusattic", "material-worse", false, NOW.minusSeconds(500));
        decided.rescore(mistaken);
        decided.repair(mistaken, "requoted", MOVED_TO + "/never");
        decided.undo(mistaken, NOW.minusSeconds(400));
        long dropped = decided.decide("stridemoor", "source-gone", true, NOW.minusSeconds(300));
        decided.revise(dropped, "pause", "", 60, "C", NOW.minusSeconds(300));
        long moved = decided.decide("parlavo", "source-moved", false, NOW.minusSeconds(200));
        decided.repair(moved, "moved", MOVED_TO);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private Exported export(String name) throws IOException {
        return Exported.from(house, temp.resolve(name), true);
    }

    @Test
    void theSameIndexMakesTheSameBytes() throws IOException {
        var first = export("one");
        var second = export("two");

        assertThat(second.files()).isEqualTo(first.files());
        assertThat(second.report().digest()).isEqualTo(first.report().digest());
        assertThat(first.files()).hasSize(first.report().files()).hasSize(15 + 9);
    }

    @Test
    void whatIsExportedCanBeImportedWithoutLoss() throws IOException {
        var first = export("first");
        try (var other = TestHouse.open(NOW.plusSeconds(86_400))) {
            other.importRecord(first.folder().resolve("dataset.json"));
            var again = Exported.from(other, temp.resolve("again"), true);
            assertThat(differing(first, again)).isEmpty();
            assertThat(again.files()).isEqualTo(first.files());

            var rows = rows(other);
            other.importRecord(first.folder().resolve("dataset.json"));
            assertThat(rows(other)).isEqualTo(rows);
        }
    }

    @Test
    void importingOverTheIndexItselfChangesNothingOfWhatIsPublished() throws IOException {
        var before = export("before");
        house.importRecord(before.folder().resolve("dataset.json"));

        assertThat(differing(before, export("after"))).isEmpty();
    }

    private static List<String> differing(Exported one, Exported other) throws IOException {
        var others = other.files();
        return one.files().entrySet().stream()
                .filter(file -> !file.getValue().equals(others.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Long> rows(TestHouse of) {
        return List.of(
                        "company",
                        "revision",
                        "revision_claim",
                        "citation",
                        "source",
                        "import_file",
                        "published_check",
                        "published_correction",
                        "published_rescore")
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> of.get(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    @Test
    void aCorrectionTellsBothSidesAndItsGround() throws IOException {
        var corrections = export("x").json("corrections.json").path("corrections");

        assertThat(corrections.valueStream().map(c -> c.path("company").asString()))
                .containsExactly("parlavo", "stridemoor", "nimbusattic");
        var worse = corrections.get(2);
        assertThat(worse.path("kind").asString()).isEqualTo("material-worse");
        assertThat(worse.path("basis").asString()).isEqualTo("confirmed-change");
        assertThat(worse.path("revision").asInt()).isEqualTo(1);
        assertThat(worse.path("before").path("score").asInt()).isEqualTo(83);
        assertThat(worse.path("after").toString()).isEqualTo("{\"score\":74,\"grade\":\"B\"}");
        assertThat(worse.path("claims")).hasSize(1);
        assertThat(worse.path("claims").get(0).path("before").asString()).contains("30 days");
        assertThat(worse.path("claims").get(0).path("after").asString())
                .isEqualTo("Refunds within 14 days of payment.");
        assertThat(worse.path("differences").get(0).toString())
                .isEqualTo(
                        "{\"code\":\"fact-worse\",\"before\":\"refund window 30 days\",\"after\":\"refund window 14 days\"}");
        assertThat(worse.path("page").asString()).startsWith("https://");
        assertThat(worse.path("snapshotBefore").asString()).matches("[0-9a-f]{64}");
        assertThat(worse.path("snapshotAfter").asString())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(worse.path("snapshotBefore").asString());
        assertThat(corrections.get(1).path("claims").get(0).has("after")).isFalse();
        var repair = corrections.get(0).path("repair");
        assertThat(repair.path("kind").asString()).isEqualTo("moved");
        assertThat(repair.path("before").path("quote").asString()).isEqualTo("old words");
        assertThat(repair.path("after").path("url").asString()).isEqualTo(MOVED_TO);
    }

    @Test
    void whatWasUndoneIsNoCorrectionAndNoReasonToScoreAgain() throws IOException {
        var export = export("x");

        assertThat(export.text("corrections.json")).doesNotContain("never");
        var waiting = export.json("rescore.json").path("companies");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("company").asString()).isEqualTo("nimbusattic");
        assertThat(waiting.get(0).path("reasons")).hasSize(1);
        assertThat(waiting.get(0)
                        .path("reasons")
                        .get(0)
                        .path("differences")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("fact-worse");
    }

    @Test
    void nobodysNameAndNothingInternalIsPublished() throws IOException {
        export("x")
                .files()
                .forEach((name, text) -> assertThat(text)
                        .as(name)
                        .doesNotContain("rita-reviewer")
                        .doesNotContain("internal-words"));
    }

    @Test
    void theFilesFitTheirSchemas() throws IOException {
        var export = export("x");

        assertThat(faults(export, "open-data.schema.json", "dataset.json")).isEmpty();
        assertThat(faults(export, "rescore.schema.json", "rescore.json")).isEmpty();
    }

    private static List<com.networknt.schema.Error> faults(Exported export, String schema, String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(export.text(schema), InputFormat.JSON)
                .validate(export.json(file));
    }

    @Test
    void aFactIsConfirmedByTheWordsOfItsPage() throws IOException {
        var company = export("x").company("deeplearning-ai");

        var support = company.path("claims").get(0).path("support").get(0);
        assertThat(support.path("lastConfirmed").asString()).isEqualTo("2026-06-13T02:00:00Z");
        assertThat(support.path("words").asString()).isNotBlank();
        assertThat(bodyHolds(support.path("snapshot").asString())).isTrue();
        assertThat(company.path("lastConfirmed").asString()).isEqualTo("2026-06-13T02:00:00Z");
    }

    private static boolean bodyHolds(String digest) {
        return house.get(JdbcClient.class)
                        .sql("select count(*) from snapshot where digest = :digest")
                        .param("digest", digest)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Test
    void aPageUnderDoubtIsConfirmedAsOfBeforeTheDoubt() throws IOException {
        JsonNode gone = export("x")
                .company("stridemoor")
                .path("citations")
                .valueStream()
                .filter(citation -> citation.has("notMachineCheckableSince"))
                .findFirst()
                .orElseThrow();

        assertThat(gone.path("notMachineCheckableSince").asString()).isEqualTo("2026-06-12T02:00:00Z");
        assertThat(gone.path("lastConfirmed").asString()).isEqualTo("2026-06-11T02:00:00Z");
    }

    @Test
    void aPublicationIsRecordedOnceAndNotForAPreview() throws IOException {
        try (var other = TestHouse.open(NOW)) {
            other.importSample(Path.of("fixtures/demo/companies.json"));
            Path out = temp.resolve("public");
            assertThat(Exported.from(other, out, true).report().publication())
                    .isEqualTo(ExportReport.Publication.PREVIEW);
            assertThat(publications(other)).isEmpty();

            var report = Exported.from(other, out, false).report();
            assertThat(report.publication()).isEqualTo(ExportReport.Publication.RECORDED);
            assertThat(Exported.from(other, out, false).report().publication())
                    .isEqualTo(ExportReport.Publication.UNCHANGED);
            assertThat(publications(other)).containsExactly(report.digest() + " 0");
        }
    }

    private static List<String> publications(TestHouse of) {
        return of.get(JdbcClient.class)
                .sql("select digest || ' ' || last_decision_id from publication order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void theNewestDecisionIsPartOfAPublication() throws IOException {
        var report = Exported.from(house, temp.resolve("public"), false).report();

        long newest = house.get(JdbcClient.class)
                .sql("select max(id) from decision")
                .query(Long.class)
                .single();
        assertThat(publications(house)).containsExactly(report.digest() + " " + newest);
    }

    @Test
    void anEmptyIndexHasPagesThatSaySo() throws IOException {
        try (var empty = TestHouse.open(NOW)) {
            var export = Exported.from(empty, temp.resolve("empty"), true);

            assertThat(export.text("index.html")).contains("No company yet");
            assertThat(export.text("corrections.html")).contains("No correction yet");
            assertThat(faults(export, "open-data.schema.json", "dataset.json")).isEmpty();
            assertThat(export.text("corrections.atom")).contains("<updated>1970-01-01T00:00:00Z</updated>");
            assertThat(export.text("citations.csv").lines()).hasSize(1);
        }
    }
}
