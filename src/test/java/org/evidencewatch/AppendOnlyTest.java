package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.alert.Answering;
import org.evidencewatch.alert.Staleness;
import org.evidencewatch.change.ClaimReview;
import org.evidencewatch.change.LinkDecision;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.AdoptionRequest;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.RecordEdit;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.RubricAdoption;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.Retention;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was seen and said stays as it was written: the database itself refuses to change it. */
class AppendOnlyTest {

    private static final int NIGHTS = 5;

    private static TestHouse house;

    @TempDir
    static Path folder;

    /** Nights, answers of every kind, a dispute, a rubric and a publication: a row in every table. */
    @BeforeAll
    static void aWeekOfTheDemonstration() throws Exception {
        house = TestHouse.open(Instant.parse("2026-06-16T00:00:00Z"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        house.importRecord(Files.writeString(folder.resolve("disputes.json"), """
                {"disputes": [{"company": "parlavo", "party": "reader", "statement": "It took three letters.",
                               "received": "2026-06-09"}]}"""));
        night("2026-06-10", "2026-06-10");
        night("2026-06-12", "2026-06-12");
        for (String date : List.of("2026-06-13", "2026-06-14", "2026-06-15")) {
            night("2026-06-13", date);
        }
        house.get(Accounts.class).add("anna", Role.ADMIN, "root");
        house.get(RubricAdoption.class).adopt(new AdoptionRequest("anna", "the method of this index", true));
        house.get(ClaimReview.class).decide(new LinkDecision("parlavo", Set.of(), Set.of(), true, "anna"));
        Decision worse = decide("nimbusattic", "/help/refunds", Answer.MATERIAL_WORSE);
        assertThat(house.get(WorkQueue.class).undo(worse.id(), "anna", "too fast"))
                .isInstanceOf(Reply.Done.class);
        decide("nimbusattic", "/help/refunds", Answer.MATERIAL_WORSE);
        house.get(WorkQueue.class).note("nimbusattic", "anna", "asked them about it");
        decide("burrowgate", "/support/money-back-guarantee/", Answer.SOURCE_MOVED);
        assertThat(house.get(OpenData.class).export(folder.resolve("out"), false))
                .isInstanceOf(ExportReply.Exported.class);
        assertThat(house.get(Retention.class)
                        .removeUncited(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"))
                        .pages())
                .isPositive();
        house.get(Staleness.class).check(Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(house.get(Answering.class)
                        .acknowledge(
                                house.get(Staleness.class).open().getFirst().id(), "anna", "we know"))
                .isInstanceOf(Answering.Reply.Done.class);
        // What another index has published comes in by a file of that kind.
        String published = Files.readString(folder.resolve("out/dataset.json"));
        house.importRecord(
                Files.writeString(folder.resolve("other.json"), published.replace("nimbusattic", "cloudloft")));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** What calls itself append-only. */
    static List<String> tables() {
        return house.get(JdbcClient.class)
                .sql("""
                        select distinct tgrelid::regclass::text as name from pg_trigger
                        where tgfoid = 'refuse_rewrite'::regproc order by name""")
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void refusesUpdateDeleteAndTruncate(String table) {
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .as("rows of " + table)
                .isPositive();
        String column = house.get(JdbcClient.class)
                .sql("""
                        select column_name from information_schema.columns
                        where table_name = :table and is_identity = 'NO' order by ordinal_position limit 1""")
                .param("table", table)
                .query(String.class)
                .single();
        refused("update %s set %s = %s".formatted(table, column, column), table);
        refused("delete from " + table, table);
        refused("truncate " + table + " cascade", "append-only");
    }

    /** One that lost its triggers would not be in the list above: this is what shall be there at least. */
    @Test
    void whatWasSeenAndSaidIsAppendOnly() {
        assertThat(tables())
                .contains(
                        "import_file",
                        "revision",
                        "revision_claim",
                        "snapshot",
                        "capture",
                        "extraction",
                        "baseline",
                        "comparison",
                        "change",
                        "confirmation",
                        "change_outcome",
                        "decision",
                        "dispute",
                        "citation_repair",
                        "published_correction");
    }

    @Test
    void theEngineKeepsItsRecordsInTheSameDatabase() {
        assertThat(house.get(JobRepository.class).findJobInstances("refresh")).hasSize(NIGHTS);
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from batch_job_execution where status = 'COMPLETED'")
                        .query((rs, n) -> rs.getLong(1))
                        .single())
                .isEqualTo(NIGHTS);
    }

    private static void night(String recorded, String date) {
        var request = RefreshRequest.replayOf(
                Path.of("fixtures/nights").resolve(recorded), Instant.parse(date + "T02:00:00Z"));
        house.get(Refresh.class).refresh(request, Progress.NONE);
    }

    private static Decision decide(String company, String page, Answer answer) {
        OpenReason reason = house.get(WorkQueue.class).show(company).orElseThrow().reasons().stream()
                .filter(open -> open.url().orElse("").endsWith(page))
                .findFirst()
                .orElseThrow();
        Reply reply = house.get(WorkQueue.class)
                .decide(new DecisionRequest(
                        Target.of(company, Set.of(reason.id())),
                        answer,
                        "anna",
                        "as it says",
                        Optional.empty(),
                        RecordEdit.PROPOSED));
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).decisions().getFirst();
    }

    private static void refused(String sql, String naming) {
        assertThatThrownBy(() -> house.get(JdbcClient.class).sql(sql).update())
                .as(sql)
                .rootCause()
                .hasMessageContaining("append-only")
                .hasMessageContaining(naming);
    }
}
