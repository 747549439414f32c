package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.RecordEdit;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's story to its end: a refund window is shortened, a person decides, and the published index says so. */
class DecisionStoryTest {

    private static final String COMPANY = "nimbusattic";
    private static final String PAGE = "https://www.nimbusattic.example/help/refunds";

    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"));

    @TempDir
    Path folder;

    @BeforeEach
    void theRecordedNights() {
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13")) {
            night(night, night);
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aShortenedRefundWindowReachesThePublishedIndexAndComesBackOnlyByAPerson() throws Exception {
        // The company is at the top, with the fact before and after, and what it does to the score.
        assertThat(queue().list().getFirst().company()).isEqualTo(COMPANY);
        OpenReason reason = reason().orElseThrow();
        assertThat(reason.before()).contains("refund window 30 days");
        assertThat(reason.after()).contains("refund window 14 days");
        assertThat(reason.stake().moved().before()).isEqualTo("83 (A)");
        assertThat(reason.stake().points()).isNegative();
        JsonNode before = exported("before", true);
        long baseline = baseline();

        // Decided: the claim, the score and the grade are others, and the page as it is now is what counts.
        Decision decision = decide(reason);
        assertThat(decision.moved().orElseThrow().after())
                .isEqualTo(reason.stake().moved().after());
        assertThat(claim()).contains("within 14 days").doesNotContain("30 days");
        assertThat(baseline()).isGreaterThan(baseline);
        JsonNode after = exported("after", true);
        assertThat(score(before)).isEqualTo(83);
        assertThat(score(after))
                .isEqualTo(decision.moved().orElseThrow().scoreAfter().orElseThrow());
        assertThat(corrections("before")).isEmpty();
        assertThat(corrections("after"))
                .singleElement()
                .satisfies(correction -> assertThat(correction.toString())
                        .contains(PAGE, "within 30 days", "within 14 days", "material-worse"));

        // Taken back: all is as it was.
        assertThat(queue().undo(decision.id(), "anna", "wrong plan")).isInstanceOf(Reply.Done.class);
        assertThat(claim()).contains("within 30 days");
        assertThat(baseline()).isEqualTo(baseline);
        assertThat(score(exported("undone", true))).isEqualTo(83);
        assertThat(corrections("undone")).isEmpty();

        // Decided once more, and published: the same pages the next night re-open nothing, and nothing is taken back.
        Decision again = decide(reason().orElseThrow());
        exported("published", false);
        night("2026-06-13", "2026-06-14");
        assertThat(reason()).isEmpty();
        assertThat(queue().undo(again.id(), "anna", "too late")).isInstanceOf(Reply.Refused.class);
        assertThat(queue().rescores()).extracting(rescore -> rescore.company()).containsExactly(COMPANY);
        assertThat(house.get(Verification.class).checks())
                .filteredOn(check -> !check.ok())
                .isEmpty();
    }

    private void night(String recorded, String date) {
        var request = RefreshRequest.replayOf(
                Path.of("fixtures/nights").resolve(recorded), Instant.parse(date + "T02:00:00Z"));
        assertThat(house.get(Refresh.class).refresh(request, Progress.NONE)).isInstanceOf(Completed.class);
    }

    private WorkQueue queue() {
        return house.get(WorkQueue.class);
    }

    private Optional<OpenReason> reason() {
        return queue().show(COMPANY).orElseThrow().reasons().stream()
                .filter(open -> open.url().equals(Optional.of(PAGE)))
                .findFirst();
    }

    private Decision decide(OpenReason reason) {
        Reply reply = queue().decide(new DecisionRequest(
                Target.of(COMPANY, Set.of(reason.id())),
                Answer.MATERIAL_WORSE,
                "anna",
                "half the time",
                Optional.empty(),
                RecordEdit.PROPOSED));
        assertThat(reply).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).decisions().getFirst();
    }

    private String claim() {
        return house.get(JdbcClient.class)
                .sql("""
                        select k.statement from current_claim k join company c on c.id = k.company_id
                        where c.slug = :slug and k.dimension = 'refund'""")
                .param("slug", COMPANY)
                .query(String.class)
                .single();
    }

    private long baseline() {
        return house.get(JdbcClient.class)
                .sql("""
                        select b.capture_id from current_baseline b join source s on s.id = b.source_id
                        where s.url = :url""")
                .param("url", PAGE)
                .query(Long.class)
                .single();
    }

    private JsonNode exported(String name, boolean preview) throws Exception {
        assertThat(house.get(OpenData.class).export(folder.resolve(name), preview))
                .isInstanceOf(ExportReply.Exported.class);
        return json(name, "dataset.json");
    }

    private static int score(JsonNode dataSet) {
        return dataSet.path("companies")
                .valueStream()
                .filter(company -> company.path("slug").asString().equals(COMPANY))
                .findFirst()
                .orElseThrow()
                .path("score")
                .asInt();
    }

    private List<JsonNode> corrections(String name) throws Exception {
        return json(name, "corrections.json").path("corrections").valueStream().toList();
    }

    private JsonNode json(String name, String file) throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(name).resolve(file)));
    }
}
