package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.evidencewatch.TestHouse;
import org.evidencewatch.extract.OtherRelease;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code explain} on every capture of the demonstration's nights: flags, and the many silences. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExplainCaptureTest {

    private static TestHouse house;

    @BeforeAll
    static void theNightsOfTheDemonstration() {
        house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13")) {
            house.get(Refresh.class)
                    .refresh(
                            RefreshRequest.replayOf(
                                    Path.of("fixtures/nights", night), Instant.parse(night + "T02:00:00Z")),
                            Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    @Order(1)
    void everyCaptureAmountsToWhatWasRecorded(CapturedOutput output) {
        var rules = new TreeSet<String>();
        for (long capture : captures("true")) {
            JsonNode told = explain(output, "--capture", Long.toString(capture));
            assertThat(told.path("agrees").asBoolean())
                    .as(told.toPrettyString())
                    .isTrue();
            assertThat(told.path("recomputed")).isEqualTo(told.path("recorded"));
            assertThat(told.path("sameRules").asBoolean()).isTrue();
            rules.add(told.at("/rule/code").asString());
        }
        assertThat(rules)
                .contains(
                        "first-seen", "not-modified", "same-text", "already-flagged", "degraded", "unread", "flagged");
    }

    @Test
    @Order(2)
    void theSameQuestionHasTheSameAnswerToTheByte(CapturedOutput output) {
        String capture = Long.toString(captures("m.verdict = 'changed'").getFirst());
        assertThat(text(output, "--capture", capture)).isEqualTo(text(output, "--capture", capture));
        assertThat(text(output, "--capture", capture, "--json"))
                .isEqualTo(text(output, "--capture", capture, "--json"));
    }

    @Test
    @Order(3)
    void aReadThatAgreedPointsToItsChange(CapturedOutput output) {
        long capture = captures("m.verdict = 'unchanged' and m.fingerprint is not null")
                .getFirst();
        JsonNode told = explain(output, "--capture", Long.toString(capture));
        assertThat(told.at("/rule/code").asString()).isEqualTo("already-flagged");
        assertThat(told.path("change").asLong())
                .isEqualTo(house.get(JdbcClient.class)
                        .sql("select h.id from change h join comparison m on m.fingerprint = h.fingerprint"
                                + " where m.capture_id = :id")
                        .param("id", capture)
                        .query(Long.class)
                        .single());
        assertThat(told.path("differences")).isNotEmpty();
    }

    @Test
    @Order(4)
    void anAddressMeansItsNewestCaptureUpToThatDay(CapturedOutput output) {
        String url = house.get(JdbcClient.class)
                .sql("select url from source order by id limit 1")
                .query(String.class)
                .single();
        assertThat(explain(output, "--url", url, "--at", "2026-06-11")
                        .path("at")
                        .asString())
                .startsWith("2026-06-11");
        assertThat(explain(output, "--url", url).path("at").asString()).startsWith("2026-06-13");
        assertThat(run("explain", "--url", url, "--at", "2026-06-09")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr()).contains("of this page there is no capture up to 2026-06-09");
    }

    @Test
    @Order(5)
    void exactlyOneThingCanBeExplained(CapturedOutput output) {
        assertThat(run("explain")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("explain", "7", "--capture", "8")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("explain", "--capture", "4711")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr()).contains("no capture has the id 4711");
        assertThat(run("explain", "7", "--at", "2026-06-11")).isEqualTo(Evidence.WRONG_INPUT);
    }

    @Test
    @Order(6)
    void saysPlainlyThatOtherRulesRecordedIt(CapturedOutput output) {
        house = house.upgraded(OtherRelease.withoutProfiles());
        String capture = Long.toString(captures("m.verdict = 'changed'").getFirst());
        assertThat(text(output, "--capture", capture))
                .contains("Other rules recorded it: extractor ")
                .contains("recomputed by extractor without-profiles");
    }

    private static List<Long> captures(String condition) {
        return house.get(JdbcClient.class)
                .sql("select m.capture_id from comparison m where " + condition + " order by m.capture_id")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static JsonNode explain(CapturedOutput output, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        return JsonMapper.shared().readTree(text(output, all));
    }

    private static String text(CapturedOutput output, String... words) {
        int seen = output.getOut().length();
        var all = new java.util.ArrayList<>(List.of("explain"));
        all.addAll(List.of(words));
        assertThat(run(all.toArray(String[]::new))).as(output.getErr()).isZero();
        return output.getOut().substring(seen);
    }

    /** Each command closes what it opened; the house itself stays. */
    private static int run(String... words) {
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }
}
