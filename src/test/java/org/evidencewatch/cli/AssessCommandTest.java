package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE =
            "<main><h1>Refunds</h1><p>We refund within 14 days of the purchase, always.</p></main>";

    @TempDir
    private Path folder;

    @BeforeEach
    void pages() throws IOException {
        Files.writeString(folder.resolve("a.html"), PAGE);
        Files.writeString(folder.resolve("b.html"), PAGE.replace("14", "7"));
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.html.gz")))) {
            packed.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("gone.html"), "<title>404 Not Found</title><h1>Not Found</h1>");
    }

    @Test
    void answersInTheOrderOfThePairs() throws IOException {
        int code = assess("""
                {"id":"p1","url":"https://a.example/x","before_file":"a.html","after_file":"b.html","label":"secret"}
                {"id":"p2","url":null,"before_file":"a.html","after_file":"c.html.gz"}
                {"id":"p3","before_file":"a.html","after_file":"gone.html"}
                """);

        assertThat(code).isZero();
        assertThat(answer(0).path("verdict").asString()).isEqualTo("CHANGED");
        assertThat(answer(0).path("material").asBoolean()).isTrue();
        assertThat(answer(0).path("severity").asInt()).isGreaterThanOrEqualTo(70);
        assertThat(answer(0).path("changes").isArray()).isTrue();
        assertThat(answer(0).path("reasons").get(0).path("before").asString()).contains("14 days");
        assertThat(answer(1).path("verdict").asString()).isEqualTo("UNCHANGED");
        assertThat(answer(2).path("verdict").asString()).isEqualTo("DEGRADED");
        assertThat(answer(2).path("reasons").get(0).path("code").asString()).isEqualTo("soft-404");
        assertThat(answer(2).path("reasons").get(0).has("before")).isFalse();
    }

    @Test
    void answersTheOtherLinesWhereOneIsBad() throws IOException {
        int code = assess("""
                {"id":"p1","before_file":"a.html","after_file":"b.html"}
                not json
                {"id":"p3","before_file":"a.html","after_file":"missing.html"}
                {"id":"p4","before_file":"a.html"}
                {"id":"p5","before_file":"a.html","after_file":"c.html.gz"}
                """);

        assertThat(code).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("out.jsonl"))).hasSize(2);
        assertThat(answer(1).path("id").asString()).isEqualTo("p5");
    }

    @Test
    void namesFileAndLineOfABadOne() throws IOException {
        PrintStream before = System.err;
        var errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assess("{\"id\":\"p1\",\"before_file\":\"a.html\",\"after_file\":\"missing.html\"}\n[]\n");
        } finally {
            System.setErr(before);
        }

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("pairs.jsonl:1: cannot read")
                .contains("pairs.jsonl:2: no JSON object");
    }

    @Test
    void refusesAMissingPairsFile() {
        assertThat(run(
                        "assess",
                        "--pairs",
                        "nowhere.jsonl",
                        "--out",
                        folder.resolve("o").toString()))
                .isEqualTo(2);
    }

    @Test
    void judgesAHistoryInItsOrderAndKnowsWhatWasShownBefore() throws IOException {
        int code = assessHistory("""
                {"id":"o1","source":"s","file":"a.html","at":"2026-06-01T02:00:00Z","expect":"FIRST"}
                {"id":"x1","source":"t","file":"b.html","at":"2026-06-01T02:00:00Z"}
                {"id":"o2","source":"s","file":"b.html","at":"2026-06-02T02:00:00Z","expect":"ALARM"}
                {"id":"o3","source":"s","file":"b.html","at":"2026-06-03T02:00:00Z","expect":"QUIET"}
                {"id":"o4","source":"s","file":"gone.html","at":"2026-06-04T02:00:00+00:00","expect":"DEGRADED"}
                {"id":"x2","source":"t","file":"b.html","at":"2026-06-02T02:00:00Z"}
                {"id":"o5","source":"s","file":"a.html","at":"2026-06-05T02:00:00Z","expect":"VARIANT"}
                """);

        assertThat(code).isZero();
        assertThat(verdicts())
                .containsExactly("UNCHANGED", "UNCHANGED", "CHANGED", "UNCHANGED", "DEGRADED", "UNCHANGED", "VARIANT");
    }

    @Test
    void scoresByTheLabelsOfTheLines() throws IOException {
        Files.writeString(folder.resolve("pairs.jsonl"), """
                {"id":"p1","before_file":"a.html","after_file":"b.html","strict_label":"TEXT_CHANGED"}
                {"id":"p2","before_file":"a.html","after_file":"c.html.gz","strict_label":"TEXT_CHANGED"}
                {"id":"p3","before_file":"a.html","after_file":"b.html","strict_label":"NOISE"}
                {"id":"p4","before_file":"a.html","after_file":"c.html.gz","strict_label":"NOISE"}
                {"id":"p5","before_file":"a.html","after_file":"gone.html","strict_label":"FETCH_DEGRADED"}
                {"id":"p6","before_file":"a.html","after_file":"b.html","strict_label":"OTHER_SECTION"}
                """);

        JsonNode score = summary(
                        "assess", "--pairs", path("pairs.jsonl"), "--out", path("out.jsonl"), "--score", "--json")
                .path("score");

        assertThat(score.path("recall").asDouble()).isEqualTo(0.5);
        assertThat(score.path("precision").asDouble()).isEqualTo(0.5);
        assertThat(score.path("falseAlarmsPer1000").asDouble()).isEqualTo(500);
        assertThat(score.path("failedReadsRecognised").asInt()).isEqualTo(1);
        assertThat(score.path("wrong").toString()).isEqualTo("[\"p2 missed: UNCHANGED\",\"p3 NOISE called CHANGED\"]");
    }

    @Test
    void wantsEitherPairsOrAHistory() {
        assertThat(run("assess", "--out", path("o"))).isEqualTo(2);
        assertThat(run("assess", "--pairs", path("p"), "--history", path("h"), "--out", path("o")))
                .isEqualTo(2);
    }

    @Test
    void extractPrintsOneDocument() throws IOException {
        JsonNode document = summary("extract", path("c.html.gz"), "--url", "https://a.example/x", "--json");

        assertThat(document.propertyNames())
                .containsExactly(
                        "platform",
                        "state",
                        "stateReasons",
                        "extractorVersion",
                        "title",
                        "blocks",
                        "text",
                        "comparisonText",
                        "coverage",
                        "way",
                        "notices",
                        "topic",
                        "problem");
        assertThat(document.path("state").asString()).isEqualTo("OK");
        assertThat(document.path("blocks").get(1).path("heading").asString()).isEqualTo("Refunds");
    }

    @Test
    void extractShowsTheProblemThatATopicTellsOf() throws IOException {
        JsonNode problem = summary("extract", "fixtures/pages/discourse/reported-problem/page.html", "--json")
                .path("problem");

        assertThat(problem.path("state").asString()).isEqualTo("FIXED");
        assertThat(problem.path("since").asString()).isEqualTo("2026-03-05");
        assertThat(problem.path("by").asString()).isEqualTo("lee");
        assertThat(problem.path("quote").asString()).isEqualTo("The fix went live yesterday evening.");
        assertThat(problem.path("course").get(0).path("date").asString()).isEqualTo("2026-03-02");
    }

    @Test
    void extractReadsDocumentsByTheirContentOrName() throws IOException {
        Path pdf = Files.copy(Path.of("fixtures/pages/pdf/terms.fpdf2.pdf"), folder.resolve("terms"));
        Path markdown = Files.writeString(folder.resolve("terms.md"), "# Refunds\n\nWithin 14 days.\n");

        assertThat(summary("extract", pdf.toString()).path("title").asString()).isEqualTo("Terms of Cancellation");
        assertThat(summary("extract", markdown.toString()).path("title").asString())
                .isEqualTo("Refunds");
    }

    @Test
    void extractRefusesWhatIsNoFile() {
        assertThat(run("extract", folder.toString())).isEqualTo(2);
        assertThat(run("extract", folder.resolve("missing.html").toString())).isEqualTo(2);
    }

    @Test
    void extractDialsOnlyWhatTheGateAdmits() {
        assertThat(run("extract", "http://127.0.0.1/x")).isEqualTo(1);
    }

    private int assess(String pairs) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.jsonl"), pairs);
        return run(
                "assess",
                "--pairs",
                file.toString(),
                "--out",
                folder.resolve("out.jsonl").toString());
    }

    private int assessHistory(String observations) throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), observations);
        return run("assess", "--history", path("history.jsonl"), "--out", path("out.jsonl"));
    }

    private List<String> verdicts() throws IOException {
        return Files.readAllLines(folder.resolve("out.jsonl")).stream()
                .map(line -> JSON.readTree(line).path("verdict").asString())
                .toList();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** The document that a command prints on standard output. */
    private static JsonNode summary(String... args) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(run(args)).isZero();
        } finally {
            System.setOut(before);
        }
        return JSON.readTree(printed.toString(StandardCharsets.UTF_8));
    }

    private JsonNode answer(int line) throws IOException {
        return JSON.readTree(Files.readAllLines(folder.resolve("out.jsonl")).get(line));
    }

    private static int run(String... args) {
        return Evidence.run(
                (web, properties) -> {
                    throw new AssertionError("opens no database");
                },
                args);
    }
}
