package org.evidencewatch.extract;

import java.util.List;

/**
 * One printed line. Lengths are points, measured from the left and the upper edge of the page.
 *
 * @param page from 1
 * @param cells the words between wide gaps; one cell where the line has none
 * @param y of the baseline
 * @param size of most of its letters
 */
record PdfLine(int page, List<String> cells, double left, double right, double y, double size, boolean bold) {

    PdfLine {
        cells = List.copyOf(cells);
    }

    String text() {
        return String.join(" ", cells);
    }

    boolean row() {
        return cells.size() > 1;
    }

    int letters() {
        return cells.stream().mapToInt(String::length).sum();
    }
}
