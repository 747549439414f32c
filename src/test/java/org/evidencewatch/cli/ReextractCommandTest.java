package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code reextract}, as the release that read the pages. */
@ExtendWith(OutputCaptureExtension.class)
class ReextractCommandTest {

    private static TestHouse house;

    @BeforeAll
    static void aNightOfTheDemonstration() {
        house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        house.get(Refresh.class)
                .refresh(
                        RefreshRequest.replayOf(
                                Path.of("fixtures/nights/2026-06-10"), Instant.parse("2026-06-10T02:00:00Z")),
                        Progress.NONE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void reportsAsOneDocument(CapturedOutput output) {
        assertThat(run("reextract", "--json")).isEqualTo(Evidence.DONE);
        var report = JsonMapper.shared().readTree(output.getOut());
        assertThat(report.propertyNames())
                .contains(
                        "captures",
                        "reread",
                        "same",
                        "reinterpreted",
                        "wouldFlag",
                        "wouldMiss",
                        "degradedNow",
                        "goodNow",
                        "seconds");
        assertThat(report.path("captures").asInt()).isPositive();
        assertThat(report.path("reread").asInt()).isZero();
    }

    @Test
    void tellsPeopleThatNothingDiffers(CapturedOutput output) {
        assertThat(run("reextract")).isEqualTo(Evidence.DONE);
        assertThat(output.getOut()).contains("No flag would have been another.");
    }

    @Test
    void refusesWhatItDoesNotUnderstand(CapturedOutput output) {
        assertThat(run("reextract", "--company", "nobody")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(run("reextract", "--since", "yesterday")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr())
                .contains("no record is named 'nobody'")
                .contains("'yesterday' is no date such as 2026-06-01");
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
