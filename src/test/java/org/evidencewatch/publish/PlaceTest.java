package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an export may go, and how it gets there. */
class PlaceTest {

    private static final String MARKER = "{\n  \"$schema\" : \"urn:evidence-watch:open-data:1\",\n";

    @TempDir
    Path temp;

    private Path out;

    @BeforeEach
    void place() {
        out = temp.resolve("site/public");
    }

    private void export(String... files) throws IOException {
        try (var folder = new ExportFolder(Place.of(out))) {
            folder.write("dataset.json", MARKER + "}");
            for (String file : files) {
                folder.write(file, file);
            }
            folder.publish();
        }
    }

    private List<String> siblings() throws IOException {
        try (var files = Files.list(out.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whatIsNoLongerPartOfTheExportDisappears() throws IOException {
        export("c/gone.html", "index.html");
        export("c/new.html");

        assertThat(out.resolve("c/gone.html")).doesNotExist();
        assertThat(out.resolve("index.html")).doesNotExist();
        assertThat(out.resolve("c/new.html")).hasContent("c/new.html");
        assertThat(siblings()).containsExactly("public");
    }

    @Test
    void anEmptyDirectoryIsTaken() throws IOException {
        Files.createDirectories(out);
        assertThat(Place.of(out).objection()).isEmpty();
        export();
        assertThat(out.resolve("dataset.json")).exists();
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("index.html"), "mine");
        assertThat(Place.of(out).objection()).get().asString().contains("no earlier export");

        Files.writeString(out.resolve("dataset.json"), "{\"$schema\": \"urn:other\"}");
        assertThat(Place.of(out).objection()).get().asString().contains("none of ours");

        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThat(Place.of(file).objection()).get().asString().contains("is no directory");
    }

    @Test
    void aForeignFileInAnEarlierExportIsNotLost() throws IOException {
        export("index.html");
        Files.writeString(out.resolve("CNAME"), "index.example");
        assertThat(Place.of(out).objection()).get().asString().contains("CNAME").contains("would be lost");

        Files.delete(out.resolve("CNAME"));
        Files.createDirectories(out.resolve(".git"));
        assertThat(Place.of(out).objection()).get().asString().contains(".git");
    }

    @Test
    void whatIsNotWholeIsNeverInPlace() throws IOException {
        export("index.html");
        try (var folder = new ExportFolder(Place.of(out))) {
            folder.write("dataset.json", "half");
            assertThat(out.resolve("index.html")).hasContent("index.html");
        }
        assertThat(out.resolve("dataset.json")).content().startsWith(MARKER);
        assertThat(siblings()).containsExactly("public");
    }

    @Test
    void aKillBetweenTheTwoRenamesIsMendedByTheNext() throws IOException {
        export("index.html");
        Path aside = out.resolveSibling(".public.export-before");
        Files.move(out, aside);

        assertThat(Place.of(out).objection()).isEmpty();
        assertThat(out.resolve("index.html")).exists();
        assertThat(aside).doesNotExist();

        Files.createDirectories(aside.resolve("c"));
        Place.of(out);
        assertThat(aside).doesNotExist();
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = Files.createDirectories(temp.resolve("real/site"));
        Files.createDirectories(out.getParent());
        Files.createSymbolicLink(out, real);
        export();

        assertThat(Files.isSymbolicLink(out)).isTrue();
        assertThat(real.resolve("dataset.json")).exists();
    }

    @Test
    void aReaderSeesNothingButWholeExports() throws IOException {
        var done = new AtomicBoolean();
        export("index.html");
        var reader = CompletableFuture.supplyAsync(() -> {
            int seen = 0;
            while (!done.get()) {
                try {
                    String text = Files.readString(out.resolve("index.html"));
                    if (!text.equals("index.html")) {
                        return -1;
                    }
                    seen++;
                } catch (NoSuchFileException e) {
                    // between the two renames
                } catch (IOException e) {
                    return -2;
                }
            }
            return seen;
        });
        for (int i = 0; i < 30; i++) {
            export("index.html");
        }
        done.set(true);
        assertThat(reader.join()).isPositive();
    }

    @Test
    void theDigestIsOfNamesAndContents() throws IOException {
        assertThat(digest("a", "x")).isEqualTo(digest("a", "x"));
        assertThat(digest("a", "x")).isNotEqualTo(digest("a", "y")).isNotEqualTo(digest("b", "x"));
    }

    private String digest(String name, String text) throws IOException {
        try (var folder = new ExportFolder(Place.of(out))) {
            folder.write(name, text);
            return folder.digest();
        }
    }
}
