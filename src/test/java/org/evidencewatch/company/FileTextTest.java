package org.evidencewatch.company;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.company.Fixture.READER;
import static org.evidencewatch.company.Fixture.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {

    private static final String CARD = Fixture.text("tidewater-courses.txt");

    @Test
    void readsEveryEncodingThatSaysItsName() {
        var plain = record(READER.read("card.txt", CARD.getBytes(UTF_8)));

        assertThat(record(READER.read("card.txt", ("\uFEFF" + CARD).getBytes(UTF_8))))
                .isEqualTo(plain);
        assertThat(record(READER.read("card.txt", ("\uFEFF" + CARD).getBytes(UTF_16LE))))
                .isEqualTo(plain);
        assertThat(record(READER.read("card.txt", ("\uFEFF" + CARD).getBytes(UTF_16BE))))
                .isEqualTo(plain);
        assertThat(record(READER.read("card.txt", CARD.replace("\n", "\r\n").getBytes(UTF_8))))
                .isEqualTo(plain);
        assertThat(record(READER.read("card.txt", CARD.replace("\n", "\r").getBytes(UTF_8))))
                .isEqualTo(plain);
    }

    @Test
    void readsOldWindowsTextWithAWarningThatNamesTheLine() {
        var result = READER.read(
                "card.txt", CARD.replace(" · NZ", "").replace("Online", "É").getBytes(Charset.forName("windows-1252")));

        assertThat(record(result).assessment().score()).contains(63);
        assertThat(result.warnings())
                .first()
                .isEqualTo(new InputProblem("card.txt", 1, "not UTF-8 (byte C9); read as windows-1252"));
    }

    @Test
    void refusesUtf8ThatBreaksInTheMiddle() {
        byte[] bytes = CARD.getBytes(UTF_8);
        int dash = CARD.substring(0, CARD.indexOf('—')).getBytes(UTF_8).length;
        bytes[dash + 1] = 'x';

        assertThat(READER.read("card.txt", bytes).errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(3);
            assertThat(error.reason()).contains("damaged").contains("E2");
        });
        assertThat(READER.read("card.txt", Arrays.copyOf(bytes, dash + 1)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("ends at line 3 in the middle of a character"));
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(error(new byte[0])).isEqualTo("the file is empty");
        assertThat(error(" \r\n\t".getBytes(UTF_8))).isEqualTo("the file is empty");
        assertThat(error("%PDF-1.7\nx".getBytes(UTF_8))).contains("binary").contains("PDF");
        assertThat(error("How hard\u0000".getBytes(UTF_8))).contains("NUL byte at offset 8");
        assertThat(error(new byte[] {(byte) 0xFF, (byte) 0xFE, 'x'})).contains("UTF-16LE");
        assertThat(error(new byte[] {'a', (byte) 0x81})).contains("neither UTF-8 nor windows-1252");
    }

    private static String error(byte[] bytes) {
        var result = READER.read("file", bytes);
        assertThat(result.records()).isEmpty();
        assertThat(result.errors()).hasSize(1);
        return result.errors().getFirst().reason();
    }

    @Test
    void refusesFilesBeyondTheLimitAndFilesThatAreNone(@TempDir Path folder) throws IOException {
        assertThat(problem(sized(folder.resolve("card.txt"), 50_000_000))).contains("longer than the 5 MB that a card");
        assertThat(problem(sized(folder.resolve("all.json"), 50_000_000))).contains("20 MB that a JSON or CSV file");
        assertThat(problem(folder)).contains("directory");
        assertThat(problem(folder.resolve("nowhere.csv"))).isEqualTo("no such file");
        assertThat(RecordFile.read(sized(folder.resolve("fits.csv"), 6_000_000)))
                .isInstanceOf(RecordFile.Content.class);
    }

    private static Path sized(Path path, long length) throws IOException {
        Files.createFile(path);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        return path;
    }

    private static String problem(Path path) {
        return RecordFile.read(path) instanceof RecordFile.Unreadable unreadable
                ? unreadable.problem().reason()
                : "read";
    }
}
