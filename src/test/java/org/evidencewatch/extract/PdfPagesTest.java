package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PDFs as evidence. */
class PdfPagesTest {

    private static PrintedPdf terms() {
        return terms(new PrintedPdf());
    }

    private static PrintedPdf terms(PrintedPdf pdf) {
        return pdf.heading(20, "Terms of Cancellation")
                .passage(
                        "You may cancel your plan at any time in your profile. The can-",
                        "cellation takes effect at the end of the month that you have",
                        "paid for.")
                .heading(15, "Refunds")
                .passage(
                        "We refund a purchase within 14 days, in full, to the card that",
                        "you paid with. Self-service is under Billing; where the self-",
                        "service fails, write to us.")
                .line("• Annual plans: within 30 days of the renewal, less the months")
                .line("used until then.")
                .line("• Monthly plans: no refund.");
    }

    @Test
    void readsHeadingsPassagesAndLists() {
        Reading reading = PrintedPdf.read(terms().file());

        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.title()).isEqualTo("Terms of Cancellation");
        assertThat(reading.way()).isEqualTo(Way.LINES);
        assertThat(reading.blocks())
                .extracting(Block::kind, Block::heading, Block::text)
                .containsExactly(
                        tuple(BlockKind.HEADING, "", "Terms of Cancellation"),
                        tuple(
                                BlockKind.PARAGRAPH,
                                "Terms of Cancellation",
                                "You may cancel your plan at any time in your profile. The cancellation takes effect at the end"
                                        + " of the month that you have paid for."),
                        tuple(BlockKind.HEADING, "Terms of Cancellation", "Refunds"),
                        tuple(
                                BlockKind.PARAGRAPH,
                                "Terms of Cancellation > Refunds",
                                "We refund a purchase within 14 days, in full, to the card that you paid with. Self-service is"
                                        + " under Billing; where the self-service fails, write to us."),
                        tuple(
                                BlockKind.LIST_ITEM,
                                "Terms of Cancellation > Refunds",
                                "Annual plans: within 30 days of the renewal, less the months used until then."),
                        tuple(BlockKind.LIST_ITEM, "Terms of Cancellation > Refunds", "Monthly plans: no refund."));
    }

    @Test
    void takesTheTitleOfItsInformationUnlessAProgramWroteIt() {
        assertThat(PrintedPdf.read(terms().title("Cedar: terms").file()).title())
                .isEqualTo("Cedar: terms");
        assertThat(PrintedPdf.read(
                                terms().title("Microsoft Word - terms_v7.docx").file())
                        .title())
                .isEqualTo("Terms of Cancellation");
    }

    @Test
    void readsBoldLinesAsHeadings() {
        Reading reading = PrintedPdf.read(new PrintedPdf()
                .boldLine("Refunds")
                .passage("We refund a purchase within 14 days, in full, to the card that", "you paid with.")
                .boldLine("Pausing a plan")
                .passage("A plan can be paused for three months.")
                .file());

        assertThat(reading.blocks())
                .extracting(Block::heading, Block::text)
                .containsExactly(
                        tuple("", "Refunds"),
                        tuple(
                                "Refunds",
                                "We refund a purchase within 14 days, in full, to the card that you paid with."),
                        tuple("", "Pausing a plan"),
                        tuple("Pausing a plan", "A plan can be paused for three months."));
    }

    @Test
    void readsTablesRowByRow() {
        Reading reading = PrintedPdf.read(new PrintedPdf()
                .passage("What a cancellation costs depends on the plan that you have.")
                .row("Plan", "Notice", "Fee")
                .row("Monthly", "1 day", "none")
                .row("Annual", "30 days", "25 EUR")
                .file());

        assertThat(reading.blocks())
                .extracting(Block::text)
                .containsExactly(
                        "What a cancellation costs depends on the plan that you have.",
                        "Plan | Notice | Fee",
                        "Monthly | 1 day | none",
                        "Annual | 30 days | 25 EUR");
        assertThat(reading.blocks().getLast().kind()).isEqualTo(BlockKind.TABLE_ROW);
    }

    @Test
    void leavesOutWhatEachPageBearsAtItsEdges() {
        var pdf = new PrintedPdf();
        for (int page = 1; page <= 4; page++) {
            pdf.margin(815, "Cedar Ltd. - Terms of Cancellation")
                    .margin(40, "Version 7, printed 2026-06-0" + page)
                    .margin(26, "Chapter " + List.of("I", "II", "III", "IV").get(page - 1) + ", page " + (page + 2))
                    .passage("Passage " + List.of("one", "two", "three", "four").get(page - 1)
                            + " is of what only this page says.");
            if (page < 4) {
                pdf.newPage();
            }
        }
        assertThat(PrintedPdf.read(pdf.file()).text()).isEqualTo("""
                        Passage one is of what only this page says.
                        Passage two is of what only this page says.
                        Passage three is of what only this page says.
                        Passage four is of what only this page says.""");
    }

    @Test
    void joinsAPassageThatGoesOnOnTheNextPage() {
        var pdf = new PrintedPdf()
                .line("A refund is paid to the card that you used, and where that card")
                .margin(26, "1")
                .newPage()
                .line("has expired, to a bank account of yours.")
                .margin(26, "2");

        assertThat(PrintedPdf.read(pdf.file()).text())
                .isEqualTo(
                        "A refund is paid to the card that you used, and where that card has expired, to a bank account of"
                                + " yours.");
    }

    @Test
    void readsAReMadePdfAsTheSameText() {
        Reading first = PrintedPdf.read(terms().producer("Office 2019").file());
        Reading second = PrintedPdf.read(terms(new PrintedPdf(FontName.TIMES_ROMAN, FontName.TIMES_BOLD))
                .producer("Another 7.1")
                .file());

        assertThat(second.comparisonText()).isEqualTo(first.comparisonText());
    }

    @Test
    void readsTheSameTermsSetByTwoProgramsOnOtherPagesAsTheSameText() {
        Reading a4 = Fixture.read("pdf/terms.reportlab.pdf");
        Reading a5 = Fixture.read("pdf/terms.fpdf2.pdf");

        assertThat(a4.text())
                .startsWith("Terms of Cancellation\n1. Cancelling\n")
                .contains("\nAnnual | 30 days | 25 EUR\n");
        assertThat(a5.comparisonText()).isEqualTo(a4.comparisonText());
    }

    @Test
    void saysWhatCannotBeReadAndWhy() throws IOException {
        byte[] whole = terms().file();
        assertThat(codes(terms().locked("secret").file())).containsExactly("RESTRICTED", "pdf-password");
        assertThat(codes(Arrays.copyOf(whole, whole.length / 2))).containsExactly("ERROR", "pdf-damaged");
        assertThat(codes("%PDF-1.7\nno more of it\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("ERROR", "pdf-damaged");
        assertThat(codes(new PrintedPdf().newPage().file())).containsExactly("EMPTY", "pdf-without-text");
    }

    @Test
    void readsWhatIsLockedAgainstPrintingOnly() throws IOException {
        assertThat(PrintedPdf.read(terms().locked("").file()).text()).contains("within 14 days");
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, OK",
        "application/octet-stream, OK",
        "text/plain, OK",
        "application/zip, ERROR",
        "image/png, ERROR"
    })
    void tellsAPdfByItsTypeOrWhereThatSaysNothingByItsFirstOctets(String type, PageState state) {
        var page = new Page(
                Optional.empty(), Optional.empty(), 200, Map.of("content-type", List.of(type)), terms().file());

        assertThat(new Extractor().read(page).state()).isEqualTo(state);
    }

    @Test
    void looksForNoFontsOnTheMachineAndKeepsNoListOfThem() throws IOException {
        byte[] file = new String(terms().file(), StandardCharsets.ISO_8859_1)
                .replace("/Helvetica", "/Cedargill")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PrintedPdf.read(file).text()).contains("within 14 days");
        for (String place : List.of("user.home", "java.io.tmpdir", "user.dir")) {
            assertThat(Path.of(System.getProperty(place), ".pdfbox.cache")).doesNotExist();
        }
    }

    @Test
    void readsHypertextWithoutLoadingPdfBox() throws Exception {
        URL[] withoutPdfBox = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("pdfbox") && !entry.contains("fontbox"))
                .map(entry -> Path.of(entry).toUri())
                .map(PdfPagesTest::url)
                .toArray(URL[]::new);
        try (var loader = new URLClassLoader(withoutPdfBox, ClassLoader.getPlatformClassLoader())) {
            Object reading = loader.loadClass(Fixture.class.getName())
                    .getMethod("readHtml", String.class)
                    .invoke(null, "<main><h1>Refunds</h1><p>We refund a purchase within 14 days.");

            assertThat(reading.toString()).contains("state=OK", "within 14 days");
            assertThatThrownBy(() -> loader.loadClass("org.apache.pdfbox.Loader"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static URL url(URI file) {
        try {
            return file.toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> codes(byte[] file) {
        Reading reading = PrintedPdf.read(file);
        return List.of(reading.state().name(), reading.stateReasons().getFirst().code());
    }
}
