package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private Path cases;
    private Path out;

    @BeforeEach
    void name() {
        cases = folder.resolve("cases.jsonl");
        out = folder.resolve("facts.jsonl");
    }

    @Test
    void saysWhichFactChangedAndForWhomThatIsGood() throws IOException {
        Files.writeString(cases, """
                {"id":"a","format":"text","before":"Refunds within 30 days of purchase. Cancel in your account.","after":"Refunds within 14 days of purchase. Cancel by phone or in your account."}

                {"id":"b","format":"html","before":"<ul><li>Notice: 1 month</li></ul>","after":"<p>You can leave with a month's notice.</p>"}
                """);

        assertThat(run()).isZero();

        List<JsonNode> answers = answers();
        JsonNode window = change(answers.getFirst(), "refund_window");
        assertThat(window.path("before").asString()).isEqualTo("P30D");
        assertThat(window.path("after").asString()).isEqualTo("P14D");
        assertThat(window.path("direction").asString()).isEqualTo("worse");
        assertThat(window.path("dimension").asString()).isEqualTo("refund");
        JsonNode ways = change(answers.getFirst(), "cancellation_channels");
        assertThat(ways.path("after").valueStream().map(JsonNode::asString)).containsExactly("online", "phone");
        assertThat(ways.path("direction").asString()).isEqualTo("better");
        assertThat(answers.getFirst().path("material").asBoolean()).isTrue();

        assertThat(answers.getLast().path("changes").isEmpty())
                .as("a month is 1 month")
                .isTrue();
        assertThat(answers.getLast().path("material").asBoolean()).isFalse();
        assertThat(answers.getLast().at("/facts_before/0/role").asString()).isEqualTo("notice_period");
    }

    @Test
    void aFactThatIsNotStatedIsNull() throws IOException {
        Files.writeString(cases, """
                {"id":"a","before":"We ship to 12 countries.","after":"You can pause your plan for up to 3 months."}
                """);

        assertThat(run()).isZero();

        JsonNode length = change(answers().getFirst(), "pause_length_max");
        assertThat(length.has("before")).isTrue();
        assertThat(length.path("before").isNull()).isTrue();
        assertThat(length.path("after").asString()).isEqualTo("P3M");
    }

    @Test
    void namesTheLinesThatItCannotAnswerAndAnswersTheOthers() throws IOException {
        Files.writeString(cases, """
                {"id":"a","before":"x"}
                {"id":"b","before":"x","after":"y","format":"pdf"}
                nonsense
                {"id":"c","before":"No refunds.","after":"No refunds."}
                """);

        assertThat(run()).isEqualTo(2);

        assertThat(answers()).hasSize(1);
        assertThat(err.toString())
                .contains("cases.jsonl:1: after is missing")
                .contains("cases.jsonl:2: format 'pdf' is neither text nor html")
                .contains("cases.jsonl:3: no JSON");
    }

    private int run() {
        var line = new CommandLine(new FactsCommand()).setErr(new PrintWriter(err, true));
        return line.execute("--cases", cases.toString(), "--out", out.toString());
    }

    private List<JsonNode> answers() throws IOException {
        return Files.readAllLines(out).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static JsonNode change(JsonNode answer, String role) {
        return answer.path("changes")
                .valueStream()
                .filter(change -> change.path("role").asString().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
