package org.evidencewatch.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Makes PDFs for tests, a line at a time, as the programs of offices do. */
public final class PrintedPdf {

    private static final float LEFT = 72;
    private static final float TOP = 780;
    private static final float SIZE = 11;
    private static final float PITCH = 14;

    private final PDDocument document = new PDDocument();
    private final PDType1Font plain;
    private final PDType1Font bold;
    private final List<Line> lines = new ArrayList<>();
    private float y = TOP;
    private int page;

    private record Line(int page, float x, float y, float size, boolean bold, String words) {}

    public PrintedPdf() {
        this(FontName.HELVETICA, FontName.HELVETICA_BOLD);
    }

    /** In other fonts. */
    PrintedPdf(FontName plain, FontName bold) {
        PdfFonts.install();
        this.plain = new PDType1Font(plain);
        this.bold = new PDType1Font(bold);
    }

    /** A line below the last one. */
    public PrintedPdf line(String words) {
        return at(LEFT, SIZE, false, words).down(PITCH);
    }

    /** Lines of one passage, and a gap below. */
    public PrintedPdf passage(String... words) {
        List.of(words).forEach(this::line);
        return down(PITCH);
    }

    public PrintedPdf heading(float size, String words) {
        down(size);
        return at(LEFT, size, false, words).down(1.8f * size);
    }

    public PrintedPdf boldLine(String words) {
        return at(LEFT, SIZE, true, words).down(PITCH);
    }

    /** A row of cells far from each other. */
    public PrintedPdf row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            at(LEFT + 150 * i, SIZE, false, cells[i]);
        }
        return down(PITCH);
    }

    /** A line at a height of its own, which moves nothing. */
    public PrintedPdf margin(float height, String words) {
        lines.add(new Line(page, LEFT, height, 9, false, words));
        return this;
    }

    public PrintedPdf newPage() {
        page++;
        y = TOP;
        return this;
    }

    public PrintedPdf title(String title) {
        document.getDocumentInformation().setTitle(title);
        return this;
    }

    public PrintedPdf producer(String producer) {
        document.getDocumentInformation().setProducer(producer);
        return this;
    }

    /** Asks for this password, which may be empty. */
    PrintedPdf locked(String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        return this;
    }

    private PrintedPdf at(float x, float size, boolean heavy, String words) {
        lines.add(new Line(page, x, y, size, heavy, words));
        return this;
    }

    private PrintedPdf down(float by) {
        y -= by;
        return this;
    }

    /** The file; a page with nothing on it shows a picture. */
    public byte[] file() {
        try (document) {
            for (int i = 0; i <= page; i++) {
                print(i);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(int number) throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        var printed = lines.stream().filter(line -> line.page() == number).toList();
        try (var content = new PDPageContentStream(document, sheet)) {
            if (printed.isEmpty()) {
                var picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
                content.drawImage(LosslessFactory.createFromImage(document, picture), 100, 100);
            }
            for (Line line : printed) {
                content.beginText();
                content.setFont(line.bold() ? bold : plain, line.size());
                content.newLineAtOffset(line.x(), line.y());
                content.showText(line.words());
                content.endText();
            }
        }
    }

    /** What the extractor reads out of a file. */
    public static Reading read(byte[] file) {
        return new Extractor().read(Page.ofFile(Optional.empty(), file));
    }
}
