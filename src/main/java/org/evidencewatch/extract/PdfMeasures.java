package org.evidencewatch.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What is usual in a document, from which its headings and the gaps between its passages are told.
 *
 * @param body size of most letters
 * @param bold whether most letters are
 * @param larger the sizes of headings, the largest first
 * @param widest the furthest that a line reaches to the right
 * @param pitches how far lines of one size usually stand apart
 */
record PdfMeasures(double body, boolean bold, List<Double> larger, double widest, Map<Double, Double> pitches) {

    /** The level of headings that are only bold, below all that are larger. */
    static final int BOLD = 6;

    /** The level of what is no heading. */
    private static final int TEXT = 7;

    private static final double LARGER = 1.12;
    private static final double ROOM = 1.35;
    private static final double PITCH = 1.25;
    private static final double DOUBLE_SPACED = 2.2;
    private static final double SHORT = 0.8;

    static PdfMeasures of(List<PdfLine> lines) {
        double body = most(lines, PdfLine::size);
        List<Double> larger = lines.stream()
                .map(PdfLine::size)
                .filter(size -> size >= body * LARGER)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new PdfMeasures(
                body,
                most(lines, line -> line.bold() ? 1 : 0) > 0,
                larger,
                lines.stream().mapToDouble(PdfLine::right).max().orElse(0),
                pitches(lines));
    }

    /** The value that most letters have. */
    private static double most(List<PdfLine> lines, ToDoubleFunction<PdfLine> measure) {
        Map<Double, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(measure.applyAsDouble(line), line.letters(), Integer::sum));
        return commonest(letters);
    }

    /** The smaller one of two that are as common. */
    private static double commonest(Map<Double, Integer> counted) {
        return counted.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Double, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private static Map<Double, Double> pitches(List<PdfLine> lines) {
        Map<Double, Map<Double, Integer>> seen = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            double pitch = Math.round(2 * pitch(lines.get(i - 1), line)) / 2.0;
            if (pitch > 0 && line.size() == lines.get(i - 1).size()) {
                seen.computeIfAbsent(line.size(), size -> new HashMap<>()).merge(pitch, 1, Integer::sum);
            }
        }
        var pitches = new HashMap<Double, Double>();
        seen.forEach((size, counted) -> pitches.put(size, Math.min(commonest(counted), DOUBLE_SPACED * size)));
        return pitches;
    }

    /** How far a line stands below the one before; 0 where it does not stand below it. */
    static double pitch(PdfLine before, PdfLine line) {
        return before.page() == line.page() && line.y() > before.y() ? line.y() - before.y() : 0;
    }

    /** The level of a heading that looks like the line, 1 the outermost; more than {@link #BOLD} for text. */
    int level(PdfLine line) {
        int size = larger.indexOf(line.size());
        if (size >= 0) {
            return Math.min(size + 1, BOLD - 1);
        }
        return line.bold() && !bold ? BOLD : TEXT;
    }

    boolean isHeading(PdfLine line) {
        return level(line) < TEXT;
    }

    /** The furthest below another line of its size that the line still is of the same passage. */
    double room(PdfLine line) {
        return ROOM * pitches.getOrDefault(line.size(), PITCH * line.size());
    }

    /** Whether a line ends well before the edge. */
    boolean isShort(PdfLine line) {
        return line.right() < SHORT * widest;
    }
}
