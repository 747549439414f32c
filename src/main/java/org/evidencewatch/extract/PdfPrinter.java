package org.evidencewatch.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of a document in the order in which it prints them. One use each. */
final class PdfPrinter extends PDFTextStripper {

    /** Real documents of terms have some ten thousand; what is beyond is not read. */
    private static final int MOST_LETTERS = 2_000_000;

    private static final int MOST_OPERATORS = 4_000_000;
    /** A form may show others, and itself among them. */
    private static final int MOST_FORMS = 20_000;

    private static final int SELDOM = 1024;

    /** White space of so many letter heights sets cells apart; justified lines have less. */
    private static final double GAP = 1.1;

    /** After a stop, where justified lines are stretched first. */
    private static final double WIDE_GAP = 2.5;

    private static final double LEVEL = 0.01;
    private static final Pattern HEAVY = Pattern.compile("bold|black|heavy");
    private static final int BOLD = 600;

    /** What stands before an item or a heading, with white space after it. */
    private static final Pattern SIGN = Pattern.compile(
            "[•◦▪‣∙●○■□–—*·-]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|(?:\\d{1,2}|[A-Z])(?:\\.\\d{1,2}){1,4}\\.?");

    private final PdfSource source;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final List<TextPosition> letters = new ArrayList<>();
    private double end;
    private int printed;
    private int operators;
    private int forms;

    PdfPrinter(PdfSource source) {
        this.source = source;
    }

    /** More than we read. */
    static final class Full extends IOException {}

    List<PdfLine> lines() {
        return lines;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % SELDOM == 0) {
            source.check();
        }
        if (operators > MOST_OPERATORS || printed > MOST_LETTERS) {
            throw new Full();
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (++forms > MOST_FORMS) {
            throw new Full();
        }
        super.showForm(form);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (++printed <= MOST_LETTERS && upright(letter)) {
            super.processTextPosition(letter);
        }
    }

    /** What stands aslant is stamped over the page: "draft", the reader's name. */
    private static boolean upright(TextPosition letter) {
        var matrix = letter.getTextMatrix();
        return Math.abs(matrix.getShearY()) < LEVEL || Math.abs(matrix.getScaleX()) < LEVEL;
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (word.isBlank() || positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.getFirst();
        boolean apart =
                !cells.isEmpty() && first.getXDirAdj() - end > border(cells.getLast()) * first.getFontSizeInPt();
        if (cells.isEmpty() || apart) {
            cells.add(word.strip());
        } else {
            cells.set(cells.size() - 1, cells.getLast() + " " + word.strip());
        }
        letters.addAll(positions);
        TextPosition last = positions.getLast();
        end = last.getXDirAdj() + last.getWidthDirAdj();
    }

    /** How many letter heights of white space after these words set the next ones apart. */
    private double border(String words) {
        if (cells.size() == 1 && SIGN.matcher(words).matches()) {
            return Double.POSITIVE_INFINITY;
        }
        return ".,;:!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? WIDE_GAP : GAP;
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endLine() {
        if (!cells.isEmpty()) {
            double size = most(letters, letter -> Math.round(letter.getFontSizeInPt() * 2) / 2.0);
            boolean bold = most(letters, letter -> bold(letter.getFont()) ? 1.0 : 0.0) > 0;
            TextPosition first = letters.getFirst();
            lines.add(new PdfLine(getCurrentPageNo(), cells, first.getXDirAdj(), end, first.getYDirAdj(), size, bold));
        }
        cells.clear();
        letters.clear();
    }

    private interface Measure {
        double of(TextPosition letter);
    }

    /** The value that most letters have. */
    private static double most(List<TextPosition> letters, Measure measure) {
        Map<Double, Integer> counted = new HashMap<>();
        letters.forEach(letter -> counted.merge(measure.of(letter), 1, Integer::sum));
        return counted.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private static boolean bold(PDFont font) {
        String name = font.getName();
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return (name != null && HEAVY.matcher(name.toLowerCase(Locale.ROOT)).find())
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD));
    }
}
