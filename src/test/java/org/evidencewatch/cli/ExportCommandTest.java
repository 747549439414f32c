package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private final Console console = new Console();

    @TempDir
    Path folder;

    @AfterEach
    void hush() {
        console.close();
    }

    private int run(String... words) {
        return console.run(words);
    }

    @Test
    void exportTellsWhatItWroteAndWhetherItCountsAsPublished() {
        run("import", "fixtures/companies/tidewater-courses.txt");
        String site = folder.resolve("site").toString();

        assertThat(run("export", "open-data", "--out", site, "--preview", "--json"))
                .isZero();
        var report = console.json();
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
        assertThat(console.out()).contains("1 companies").contains("Published: the decisions in it are final.");
        assertThat(run("export", "open-data", "--out", site)).isZero();
        assertThat(console.out()).contains("Nothing new since the last publication.");
        assertThat(run("import", folder.resolve("site/dataset.json").toString()))
                .isZero();
        assertThat(console.out()).contains("tidewater-courses").contains("0 added");
    }

    @Test
    void aDirectoryOfSomebodyElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "mine");

        assertThat(run("export", "open-data", "--out", folder.toString())).isEqualTo(2);
        assertThat(console.err()).contains("holds thesis.tex, which no export wrote");
        assertThat(folder.resolve("thesis.tex")).hasContent("mine");
    }

    @Test
    void wrongUsageExitsWithTwoAndHelpWithAnExample() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(run("export", "open-data")).isEqualTo(2);
        assertThat(run("export", "open-data", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence export open-data");
    }
}
