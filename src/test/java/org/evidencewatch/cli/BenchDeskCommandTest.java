package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.OtherJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real command with the processes that it starts, on a small desk. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchDeskCommandTest {

    @TempDir
    Path folder;

    @Test
    void fillsADeskAsksForItsPagesAndLeavesNothingBehind() throws Exception {
        var process =
                start("bench", "desk", "--items=20", "--sources=200", "--captures=1000", "--requests=4", "--json");
        assertThat(process.waitFor()).as(said()).isZero();

        var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("out.json")));
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.at("/shape/items").asInt()).isEqualTo(20);
        assertThat(report.path("pages").findValuesAsString("page"))
                .containsExactly(
                        "inbox",
                        "inbox, one lane",
                        "inbox, page 2",
                        "inbox, search",
                        "card, view 1",
                        "card, view 3",
                        "inbox, after a write",
                        "card, after a write",
                        "company",
                        "timeline",
                        "hosts",
                        "runs",
                        "freshness",
                        "decisions",
                        "static file");
        report.path("pages").forEach(page -> {
            assertThat(page.path("bytes").asInt()).as(page.toString()).isPositive();
            assertThat(page.path("medianMillis").asDouble())
                    .isLessThanOrEqualTo(page.path("p95Millis").asDouble());
        });
        assertThat(temporary()).isEmpty();
    }

    @Test
    void wrongFiguresAreWrongInput() {
        for (String option : List.of("--items=0", "--sources=10", "--captures=100", "--requests=0")) {
            assertThat(Evidence.run(BenchDeskCommandTest::closed, "bench", "desk", option))
                    .as(option)
                    .isEqualTo(2);
        }
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(OtherJvm.program(words));
        command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.json").toFile())
                .redirectError(folder.resolve("err.log").toFile())
                .start();
    }

    private List<Path> temporary() throws IOException {
        try (var files = Files.list(folder.resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("evidence-bench-"))
                    .toList();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.log"));
    }

    private static org.springframework.context.ConfigurableApplicationContext closed(boolean web, String... settings) {
        throw new AssertionError("no database is opened");
    }
}
