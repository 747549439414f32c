package org.evidencewatch.company;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula, made harmless by an apostrophe before them, and read back. A cell that
 * already begins so gets one more, so that nothing is lost on the way.
 */
public final class CsvCell {

    /**
     * Apostrophes, then blanks of any kind (what is invisible among them), then a sign that opens a formula: in its own
     * form, full-width or small, for some programs fold these. A tab or a line break opens one by itself.
     */
    private static final Pattern FORMULA =
            Pattern.compile("'*(?:[\\t\\r\\n]|[\\p{Z}\\p{Cf}\\s]*[=+\\-@＝＋－＠﹢﹣﹦﹫−])", Pattern.UNICODE_CASE);

    private CsvCell() {}

    /** The cell as it is written to a file. */
    public static String neutral(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text of a cell that was written so; any other cell stays as it is. */
    public static String text(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
