package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandsTest {

    private final Console console = new Console();

    @TempDir
    Path folder;

    @BeforeEach
    void load() {
        console.house().importRecord(Path.of("fixtures/companies/records.json"));
        console.house().importSample(Path.of("fixtures/demo/companies.json"));
    }

    @AfterEach
    void hush() {
        console.close();
    }

    private int run(String... words) {
        return console.run(words);
    }

    private String printed() {
        return console.out();
    }

    private JsonNode json() {
        return console.json();
    }

    @Test
    void showLaysTheScorecardBesideThePublishedScore() {
        assertThat(run("score", "show", "nimbusattic")).isZero();
        assertThat(printed())
                .contains("Nimbusattic")
                .contains("published  83/100 (grade A), by CES-1.1")
                .contains("computed   89/100 (grade A), by CES-1.1")
                .contains("the rubric gives 89 where 83 is published; effects are differences under the rubric")
                .contains("Refund policy                29.75  refund window 30 days (Yearly): 0.85 of 35"
                        + "  [thirty-days-for-some]")
                .contains("carries no weight  [unweighted]")
                .contains("The weights and points of CES-1.1 are sample values, not the published ones.");
    }

    @Test
    void showTellsTheSameAsJson() {
        assertThat(run("score", "show", "nimbusattic", "--json")).isZero();
        var shown = json();

        assertThat(shown.propertyNames())
                .containsExactly(
                        "company",
                        "published",
                        "rubric",
                        "sample",
                        "caveat",
                        "score",
                        "grade",
                        "reproduces",
                        "difference",
                        "lines");
        assertThat(shown.path("published")).isEqualTo(JsonMapper.shared().readTree("""
                {"score": 83, "grade": "A", "rubric": "CES-1.1"}"""));
        assertThat(shown.path("score").asInt()).isEqualTo(89);
        assertThat(shown.path("sample").asBoolean()).isTrue();
        assertThat(shown.path("reproduces").asBoolean()).isFalse();
        assertThat(shown.path("lines")).hasSize(6);
        assertThat(shown.path("lines").get(3)).isEqualTo(JsonMapper.shared().readTree("""
                {"dimension": "refund", "name": "Refund policy", "weight": 35, "share": 0.85, "points": 29.75,
                 "state": "thirty-days-for-some", "words": "refund window 30 days (Yearly): 0.85 of 35",
                 "facts": ["refund window 30 days (Yearly)"]}"""));
        assertThat(shown.path("lines").get(1).path("points").toString()).isEqualTo("20");
    }

    @Test
    void showSaysWhetherTheScoreIsReproduced() throws IOException {
        assertThat(run("score", "show", "osprey-letters")).isZero();
        assertThat(printed()).contains("published  88/100 (grade A-)\n").contains("nothing is claimed: 0 of 35");

        Path other = folder.resolve("records.json");
        Files.writeString(
                other,
                Files.readString(Path.of("fixtures/companies/records.json")).replace("\"score\": 41", "\"score\": 43"));
        console.house().importRecord(other);
        assertThat(run("score", "show", "fernhill-fitness")).isZero();
        assertThat(printed()).contains("computed   43/100 (grade D)", "the rubric reproduces the published score");
        assertThat(run("score", "show", "fernhill-fitness", "--json")).isZero();
        assertThat(json().path("reproduces").asBoolean()).isTrue();
        assertThat(json().has("difference")).isFalse();

        assertThat(run("score", "show", "nobody")).isEqualTo(2);
        assertThat(console.err()).contains("No company 'nobody'");
        assertThat(run("score", "show")).isEqualTo(2);
    }

    @Test
    void adoptScoresTheIndexOnce() {
        assertThat(run("score", "adopt", "--by", "anna", "--why", "to try it")).isEqualTo(2);
        assertThat(console.err()).contains("CES-1.1 has only sample values; nothing was done.", "--sample-values");

        assertThat(run("score", "adopt", "--by", "anna", "--why", "to try it", "--sample-values"))
                .isZero();
        assertThat(printed())
                .contains("  nimbusattic                     83/100 (grade A) -> 89/100 (grade A)\n")
                .contains("  osprey-letters                  left alone: it claims nothing\n")
                .contains("10 records scored by CES-1.1, 1 left alone. Its weights and points are sample values.");

        assertThat(run("score", "adopt", "--by", "ben", "--why", "again")).isZero();
        assertThat(printed()).isEqualTo("CES-1.1 was adopted by anna on 2026-06-10T21:30:00Z; nothing was done.\n");
    }

    @Test
    void adoptTellsTheSameAsJson() {
        assertThat(run("score", "adopt", "--by", "anna", "--why", "to try it", "--json"))
                .isEqualTo(2);
        assertThat(json().path("result").asString()).isEqualTo("only-samples");
        assertThat(json().path("sample").asBoolean()).isTrue();

        assertThat(run("score", "adopt", "--by", "anna", "--why", "to try it", "--sample-values", "--json"))
                .isZero();
        var adopted = json();
        assertThat(adopted.propertyNames())
                .containsExactly("result", "message", "rubric", "sample", "companies", "leftAlone");
        assertThat(adopted.path("result").asString()).isEqualTo("adopted");
        assertThat(adopted.path("companies")).hasSize(10);
        assertThat(adopted.path("companies").get(0))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"company": "burrowgate", "before": {"score": 86, "grade": "A"}, "after": {"score": 77, "grade": "B"}}"""));
        assertThat(adopted.path("leftAlone").get(0).asString()).isEqualTo("osprey-letters");

        assertThat(run("score", "adopt", "--by", "anna", "--why", "to try it", "--json"))
                .isZero();
        assertThat(json().path("result").asString()).isEqualTo("adopted-before");
    }
}
