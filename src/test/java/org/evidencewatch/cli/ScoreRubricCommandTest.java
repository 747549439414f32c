package org.evidencewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands of the group do without a database. */
class ScoreRubricCommandTest {

    private static final Path SHIPPED = Path.of("config/rubrics/ces-1.1.yaml");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream console = System.out;
    private final PrintStream log = System.err;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void hush() {
        System.setOut(console);
        System.setErr(log);
    }

    private int offline(String... words) {
        out.reset();
        err.reset();
        return Evidence.run(
                (web, properties) -> {
                    throw new AssertionError("opens the house");
                },
                words);
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(printed());
    }

    @Test
    void rubricIsPrintedWithoutOpeningADatabase() {
        assertThat(offline("score", "rubric")).isZero();
        assertThat(printed())
                .startsWith("CES-1.1\nThe weights and points of CES-1.1 are sample values")
                .contains("""
                        Refund policy (refund)  35 points
                              1      35  thirty-days: refunds within 30 days or more
                                         refund window at least 30 days, for all
                        """)
                .contains("""
                            0.1     3.5  documented: claimed, and no fact that is graded could be read
                              0       0  silent: nothing is claimed
                        """)
                .contains("Billing carries no weight.")
                .contains("  B-   60 to 64\n");
    }

    @Test
    void rubricIsToldAsJson() {
        assertThat(offline("score", "rubric", SHIPPED.toString(), "--json")).isZero();
        var rubric = json().path("rubric");

        assertThat(json().path("ok").asBoolean()).isTrue();
        assertThat(json().path("errors")).isEmpty();
        assertThat(rubric.path("id").asString()).isEqualTo("CES-1.1");
        assertThat(rubric.path("digest").asString()).hasSize(64);
        assertThat(rubric.path("bands").get(0)).isEqualTo(JsonMapper.shared().readTree("""
                {"grade": "A", "from": 80, "to": 100}"""));
        assertThat(rubric.path("dimensions")).hasSize(5);
        assertThat(rubric.path("dimensions").get(3).path("states").get(0))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"state": "thirty-days", "means": "refunds within 30 days or more", "share": 1, "points": 35,
                 "asks": "refund window at least 30 days, for all"}"""));
    }

    @Test
    void aFaultyRubricIsToldByFileLineAndReason() throws IOException {
        Path faulty = folder.resolve("ces-1.2.yaml");
        Files.writeString(faulty, Files.readString(SHIPPED).replace("weight: 35", "weight: 34"));

        assertThat(offline("score", "rubric", faulty.toString())).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(UTF_8)).matches("\\Q" + faulty + "\\E:\\d+: the weights sum to 99, not to 100\n");
        assertThat(offline("score", "rubric", faulty.toString(), "--json")).isEqualTo(2);
        assertThat(json().path("ok").asBoolean()).isFalse();
        assertThat(json().path("errors").get(0).path("reason").asString())
                .isEqualTo("the weights sum to 99, not to 100");
        assertThat(json().has("rubric")).isFalse();
        assertThat(offline("score", "rubric", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).endsWith("none:1: no such file\n");
    }

    @Test
    void wrongUsageExitsWithTwoAndHelpWithAnExample() {
        assertThat(offline("score")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("score show SLUG, score rubric [FILE], or score adopt");
        assertThat(offline("score", "adopt", "--by", "anna")).isEqualTo(2);
        assertThat(offline("score", "adopt", "--by", " ", "--why", "x")).isEqualTo(2);
        assertThat(offline("score", "adopt", "--by", "an\u0007na", "--why", "x"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("the name (--by) holds a control character");
        assertThat(offline("score", "rubric", "a", "b")).isEqualTo(2);
        for (var command : new String[] {"show", "rubric", "adopt"}) {
            assertThat(offline("score", command, "--help")).isZero();
            assertThat(printed()).containsPattern("Examples?: evidence score " + command);
        }
    }
}
