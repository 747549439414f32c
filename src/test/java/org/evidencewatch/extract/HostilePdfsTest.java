package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs that were made to hurt whoever reads them. The tests run with a heap of 512 MiB. */
class HostilePdfsTest {

    private static final int LARGE = 200 << 20;
    private static final String WORDS = "BT /F 11 Tf 72 700 Td (Refunds within 14 days.) Tj ET ";

    static Stream<Named<byte[]>> tooLarge() {
        byte[] bomb = RawPdf.deflated((byte) ' ', LARGE);
        byte[] hexadecimal = (HexFormat.of().formatHex(RawPdf.deflated((byte) ' ', LARGE)) + ">")
                .getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Named.of(
                        "content",
                        RawPdf.ofOnePage().stream("/Filter /FlateDecode", bomb).file()),
                Named.of(
                        "objects",
                        RawPdf.ofOnePage().stream("", WORDS.getBytes(StandardCharsets.US_ASCII)).stream(
                                        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", bomb)
                                .file()),
                Named.of(
                        "objects under another filter",
                        RawPdf.ofOnePage().stream("", WORDS.getBytes(StandardCharsets.US_ASCII)).stream(
                                        "/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /LZWDecode]", hexadecimal)
                                .file()),
                Named.of(
                        "content under two filters",
                        RawPdf.ofOnePage().stream("/Filter [/ASCIIHexDecode /FlateDecode]", hexadecimal)
                                .file()),
                Named.of(
                        "content of runs",
                        RawPdf.ofOnePage().stream("/Filter /RunLengthDecode", runs(2 << 20))
                                .file()),
                Named.of("more octets than we take", new byte[0]));
    }

    private static byte[] runs(int length) {
        byte[] runs = new byte[length];
        for (int i = 0; i < length; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        return runs;
    }

    static Stream<Named<byte[]>> malformed() {
        byte[] random = new byte[1_000_000];
        new Random(20260707).nextBytes(random);
        String text = new String(random, StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of("random octets", ("%PDF-1.7\n" + text + "\n%%EOF").getBytes(StandardCharsets.ISO_8859_1)),
                Named.of("nested arrays", content("[".repeat(1_000_000))),
                Named.of("nested dictionaries", content("<<".repeat(500_000))),
                Named.of("nested states", content("q ".repeat(500_000) + WORDS)),
                Named.of("many operators", content(WORDS.repeat(100_000))),
                Named.of("many numbers", content("1 ".repeat(3_000_000))),
                Named.of("a string without end", content("(" + "a".repeat(3_000_000))),
                Named.of(
                        "letters on one place",
                        content("BT /F 11 Tf " + "(aaaaaaaa) Tj -40 0 Td ".repeat(50_000) + "ET")),
                Named.of(
                        "a passage without end",
                        content("BT /F 11 Tf 14 TL 72 700 Td " + "(one and two) ' ".repeat(20_000) + "ET")),
                Named.of(
                        "a form that shows itself",
                        RawPdf.ofOnePage().stream("", (WORDS + "/X Do").getBytes(StandardCharsets.US_ASCII)).stream(
                                        "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X 6 0 R >> >>",
                                        "/X Do /X Do /X Do".getBytes(StandardCharsets.US_ASCII))
                                .file()),
                Named.of(
                        "a page tree that holds itself",
                        new RawPdf()
                                .object("<< /Type /Catalog /Pages 2 0 R >>")
                                .object("<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 2000000000 >>")
                                .object("<< /Type /Page /Parent 2 0 R >>")
                                .file()),
                Named.of(
                        "a length that is its own",
                        new RawPdf()
                                .object("<< /Type /Catalog /Pages 1 0 R /Kids 1 0 R /Length 1 0 R >>")
                                .file()));
    }

    private static byte[] content(String operators) {
        return RawPdf.ofOnePage().stream("", operators.getBytes(StandardCharsets.ISO_8859_1))
                .file();
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void refusesWhatWouldFillTheMemory(byte[] file) {
        byte[] body = file.length == 0 ? new byte[PdfReader.MOST_OCTETS + 1] : file;
        PdfFile read = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> PdfReader.read(body));

        assertThat(read)
                .isInstanceOfSatisfying(
                        PdfFile.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("pdf-too-large"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void readsWhateverComesWithinBounds(byte[] file) {
        // Far above what it takes, so that a busy machine does not fail it.
        Reading reading = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> PrintedPdf.read(file));

        assertThat(reading.text().length()).isLessThan(5_000_000);
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        byte[] file = content(WORDS.repeat(200_000));

        assertThat(PdfReader.read(file, Duration.ZERO))
                .isEqualTo(PdfFile.Unreadable.tooLarge("the time that it takes"));
    }

    @Test
    void runsNothingAndOpensNothingThatAFileBringsAlong() {
        byte[] file = new RawPdf()
                        .object(
                                "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /Names << /EmbeddedFiles << /Names [(a.txt)"
                                        + " 7 0 R] >> >> /AcroForm << /XFA 8 0 R >> >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                                        + " /Resources << /Font << /F 4 0 R >> >> /Annots [<< /Subtype /Text /Contents (a note) >>] >>")
                        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                        .stream("", WORDS.getBytes(StandardCharsets.US_ASCII))
                        .object("<< /S /JavaScript /JS (app.alert\\('x'\\)) >>")
                        .object("<< /Type /Filespec /F (http://127.0.0.1:9/a.txt) /EF << /F 8 0 R >> >>")
                        .stream("", "words of another file".getBytes(StandardCharsets.US_ASCII))
                        .file();

        assertThat(PrintedPdf.read(file).text()).isEqualTo("Refunds within 14 days.");
    }
}
