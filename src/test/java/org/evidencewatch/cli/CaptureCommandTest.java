package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.evidencewatch.HelpCenterPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CaptureCommandTest {

    private static final String TERMS = "https://www.fernhill.example/terms";

    private final Console console = new Console();

    @TempDir
    Path folder;

    @BeforeEach
    void load() {
        console.house().importRecord(Path.of("fixtures/companies/records.json"));
    }

    @AfterEach
    void hush() {
        console.close();
    }

    private int run(String... words) {
        return console.run(words);
    }

    private int capture(Path file, String seenAt, String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of(
                "capture", TERMS, "--file", file.toString(), "--by", "anna", "--seen-at", seenAt, "--why", "robots"));
        words.addAll(java.util.List.of(more));
        return run(words.toArray(String[]::new));
    }

    private Path page(String window) throws IOException {
        return Files.writeString(folder.resolve("terms.html"), HelpCenterPage.html("Plans", window, 1));
    }

    private JsonNode json() {
        return console.json();
    }

    @Test
    void takesAPageAndMarksItWhereverItIsShown() throws IOException {
        assertThat(capture(page("within 30 days"), "2026-06-10T21:00:00Z")).isZero();
        assertThat(console.out()).contains("capture 1, seen ", "signed by anna: " + TERMS, "first-seen, severity 0");
        console.house().pass(Duration.ofHours(1));

        assertThat(capture(page("within 14 days"), "2026-06-11T00:00:00+02:00", "--json"))
                .isZero();
        var told = json().path("capture");
        assertThat(json().path("result").asString()).isEqualTo("done");
        assertThat(told.path("seenAt").asString()).isEqualTo("2026-06-10T22:00:00Z");
        assertThat(told.path("signedBy").asString()).isEqualTo("anna");
        assertThat(told.path("good").asBoolean()).isTrue();
        assertThat(told.path("verdict").asString()).isEqualTo("changed");

        assertThat(run("explain", "--capture", "2")).isZero();
        assertThat(console.out()).contains("brought by anna: robots", "capture 1 (signed by anna), ", "Both agree.");
        assertThat(run("explain", "--url", TERMS, "--json")).isZero();
        assertThat(json().at("/signed/by").asString()).isEqualTo("anna");
        assertThat(json().at("/baseline/signedBy").asString()).isEqualTo("anna");
        assertThat(run("explain", "1")).isZero();
        assertThat(console.out()).contains("before  capture 1 (signed by anna), ");
        assertThat(run("diff", "1", "2")).isZero();
        assertThat(console.out()).contains("capture 2 (signed by anna), ");
        assertThat(run("diff", "1", "2", "--json")).isZero();
        assertThat(json().at("/a/signedBy").asString()).isEqualTo("anna");
    }

    @Test
    void saysWhyAPageIsNotTakenForThePage() throws IOException {
        Path empty = Files.writeString(folder.resolve("nothing.html"), "<html><body> </body></html>");

        assertThat(capture(empty, "2026-06-10T21:00:00Z")).isZero();
        assertThat(console.out()).contains("not taken for the page (EMPTY): ");
    }

    @Test
    void refusesWhatCannotBeTaken() throws IOException {
        assertThat(capture(folder, "2026-06-10T21:00:00Z")).isEqualTo(2);
        assertThat(console.err()).contains("is no file");
        assertThat(capture(page("x"), "yesterday")).isEqualTo(2);
        assertThat(console.err()).contains("--seen-at: 'yesterday' is no time such as");
        assertThat(capture(page("x"), "2026-06-12T00:00:00Z", "--json")).isEqualTo(2);
        assertThat(json().path("result").asString()).isEqualTo("refused");
        assertThat(console.err()).contains("yet to come");
        assertThat(capture(page("x"), "2026-06-10T21:00:00Z", "--content-type", "image/png"))
                .isEqualTo(2);
        Path large = folder.resolve("large.html");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(64L * 1024 * 1024 * 1024);
        }
        assertThat(capture(large, "2026-06-10T21:00:00Z")).isEqualTo(2);
        assertThat(console.err()).contains("larger than the 16 MB");
        assertThat(run("capture", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence capture");
    }
}
