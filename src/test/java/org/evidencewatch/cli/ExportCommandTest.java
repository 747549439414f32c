package org.evidencewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {

    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-10T21:30:00Z"));
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
        house.close();
        System.setOut(console);
        System.setErr(log);
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }

    @Test
    void exportTellsWhatItWroteAndWhetherItCountsAsPublished() {
        run("import", "fixtures/companies/tidewater-courses.txt");
        String site = folder.resolve("site").toString();

        assertThat(run("export", "open-data", "--out", site, "--preview", "--json"))
                .isZero();
        var report = JsonMapper.shared().readTree(out.toString(UTF_8));
        assertThat(report.propertyNames())
                .containsExactly(
                        "directory",
                        "companies",
                        "claims",
                        "citations",
                        "corrections",
                        "rescore",
                        "files",
                        "digest",
                        "publication");
        assertThat(report.path("citations").asInt()).isEqualTo(8);
        assertThat(report.path("publication").asString()).isEqualTo("preview");
        assertThat(run("export", "open-data", "--out", site)).isZero();
        assertThat(out.toString(UTF_8)).contains("1 companies").contains("Published: the decisions in it are final.");
        assertThat(run("export", "open-data", "--out", site)).isZero();
        assertThat(out.toString(UTF_8)).contains("Nothing new since the last publication.");
        assertThat(run("import", folder.resolve("site/dataset.json").toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("tidewater-courses").contains("0 added");
    }

    @Test
    void aDirectoryOfSomebodyElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "mine");

        assertThat(run("export", "open-data", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("holds thesis.tex, which no export wrote");
        assertThat(folder.resolve("thesis.tex")).hasContent("mine");
    }

    @Test
    void wrongUsageExitsWithTwoAndHelpWithAnExample() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(run("export", "open-data")).isEqualTo(2);
        assertThat(run("export", "open-data", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("Example: evidence export open-data");
    }
}
