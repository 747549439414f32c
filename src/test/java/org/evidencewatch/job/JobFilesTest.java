package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

    @TempDir
    Path dir;

    @Test
    void shippedJobFilesAreValid() {
        var files = JobFiles.load(Path.of("jobs"));

        assertThat(files.errors()).isEmpty();
        assertThat(files.names())
                .containsExactly(
                        "confirm",
                        "deliver",
                        "digest",
                        "export",
                        "housekeeping",
                        "reextract",
                        "refresh",
                        "staleness",
                        "verify");
    }

    @Test
    void readsWhatTheFileSays() throws IOException {
        write("refresh", """
                name: refresh
                cron: "10 2 * * *"
                zone: Europe/Berlin
                parameters:
                  all: true
                  company: acme
                about: >
                  Reads every page,
                  once.
                reads: pages
                writes: captures
                restart: It goes on.
                """);

        assertThat(JobFiles.load(dir).jobs())
                .containsExactly(new JobFile(
                        "refresh",
                        "10 2 * * *",
                        ZoneId.of("Europe/Berlin"),
                        Map.of("all", "true", "company", "acme"),
                        new JobFile.About("Reads every page, once.", "pages", "captures", "It goes on."),
                        Map.of("all", 5, "company", 6)));
    }

    @Test
    void everyErrorNamesItsLine() throws IOException {
        write("refresh", """
                # nightly
                name: refesh
                crom: "10 2 * * *"
                zone: Europe/Berln
                about: ""
                about: again
                colour: red
                parameters: [all]
                """);

        assertThat(errors())
                .containsExactly(
                        "refresh.yaml:2: missing key 'cron'",
                        "refresh.yaml:2: missing key 'reads'",
                        "refresh.yaml:2: missing key 'writes'",
                        "refresh.yaml:2: missing key 'restart'",
                        "refresh.yaml:2: name 'refesh' is not the file's: 'refresh'",
                        "refresh.yaml:3: unknown key 'crom', did you mean 'cron'?",
                        "refresh.yaml:4: no time zone is called 'Europe/Berln', did you mean 'Europe/Berlin'?",
                        "refresh.yaml:5: empty value",
                        "refresh.yaml:6: key 'about' stands twice",
                        "refresh.yaml:7: unknown key 'colour'; known are [name, cron, zone, parameters, about, reads, writes, restart]",
                        "refresh.yaml:8: parameters must be keys and values");
    }

    @Test
    void wrongCronSaysWhatIsWrong() throws IOException {
        write("refresh", """
                name: refresh
                zone: UTC
                about: Reads.
                reads: pages
                writes: captures
                restart: It goes on.

                cron: "61 2 * * *"
                """);

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("refresh.yaml:8: cron '61 2 * * *' is not valid")
                .contains("61");
    }

    @Test
    void brokenYamlNamesItsLine() throws IOException {
        write("refresh", """
                name: refresh
                cron: "10 2 * * *
                zone: UTC
                """);

        assertThat(errors()).singleElement().asString().startsWith("refresh.yaml:4: ");
    }

    @Test
    void emptyFileListAndForeignEncodingAreErrors() throws IOException {
        write("empty", "# nothing\n");
        write("list", "- name: list\n");
        Files.write(dir.resolve("latin.yaml"), "name: Zürich".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errors())
                .containsExactly(
                        "empty.yaml:1: the file is empty",
                        "latin.yaml:1: not UTF-8",
                        "list.yaml:1: expected keys and values");
    }

    @Test
    void twoFilesCannotStateOneJob() throws IOException {
        var text = """
                name: refresh
                cron: "10 2 * * *"
                zone: UTC
                about: Reads.
                reads: pages
                writes: captures
                restart: It goes on.
                """;
        write("refresh", text);
        write("refresh2", text);

        var files = JobFiles.load(dir);
        assertThat(files.names()).containsExactly("refresh");
        assertThat(errors()).containsExactly("refresh2.yaml:1: name 'refresh' is not the file's: 'refresh2'");
    }

    @Test
    void fileWithTheOtherEndingIsNotPassedOverInSilence() throws IOException {
        Files.writeString(dir.resolve("refresh.yml"), "name: refresh");

        assertThat(errors()).containsExactly("refresh.yml:1: rename it: job files end in .yaml");
    }

    @Test
    void missingDirectoryIsAnError() {
        assertThat(JobFiles.load(dir.resolve("none")).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).isEqualTo("no such directory"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name + ".yaml"), text);
    }

    private java.util.List<String> errors() {
        return JobFiles.load(dir).errors().stream().map(JobFileError::toString).toList();
    }
}
