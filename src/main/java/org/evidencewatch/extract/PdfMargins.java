package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Leaves out what pages bear at their upper and lower edges: page numbers, and lines that two pages in five have at the same
 * height with the same words, whatever numbers are in them, or that count with the pages. One use each.
 */
final class PdfMargins {

    /** So many lines at either edge may be of the margin. */
    private static final int LINES = 3;

    private static final double OFTEN = 0.4;
    private static final int TWICE = 2;

    /** On so many pages a number must count with them: two sections may stand on two pages by chance. */
    private static final int COUNTED = 3;

    private static final double NEAR = 4;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern COUNT = Pattern.compile("^(\\d{1,4})(?=\\s)|\\b(\\d{1,4})$");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)[-–—|• ]*(?:page|seite|p\\.|pág\\.|página|pagina)?\\s*\\d{1,4}"
                    + "(?:\\s*(?:/|of|von|de|di|sur|\\|)\\s*\\d{1,4})?[-–—|• ]*");

    private final Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    private final PdfMeasures measures;
    private final Map<Mark, Set<Integer>> seen = new HashMap<>();

    /** What the edges of pages may have in common. */
    private sealed interface Mark {}

    private record Words(String words, long height) implements Mark {}

    /** A number that is so much more than the page's own. */
    private record Count(int ahead, long height) implements Mark {}

    private PdfMargins(List<PdfLine> lines) {
        measures = PdfMeasures.of(lines);
        lines.forEach(line ->
                pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
        pages.values().stream()
                .flatMap(page -> edges(page).stream())
                .forEach(line -> marks(line)
                        .forEach(mark ->
                                seen.computeIfAbsent(mark, m -> new HashSet<>()).add(line.page())));
    }

    /** The lines of the text itself, in their order. */
    static List<PdfLine> without(List<PdfLine> lines) {
        Set<PdfLine> margins = new PdfMargins(lines).lines();
        return lines.stream().filter(line -> !margins.contains(line)).toList();
    }

    private Set<PdfLine> lines() {
        Set<PdfLine> margins = new HashSet<>();
        for (List<PdfLine> page : pages.values()) {
            edges(page).stream()
                    .filter(line -> isNumber(line, page) || marks(line).anyMatch(this::often))
                    .forEach(margins::add);
        }
        return margins;
    }

    private boolean often(Mark mark) {
        int least = switch (mark) {
            case Words words -> TWICE;
            case Count count -> COUNTED;
        };
        return seen.getOrDefault(mark, Set.of()).size() >= Math.max(least, OFTEN * pages.size());
    }

    /** Heights that differ by a little are one or the next. */
    private Stream<Mark> marks(PdfLine line) {
        String words = DIGITS.matcher(line.text()).replaceAll("#");
        Optional<Integer> ahead = measures.isHeading(line) ? Optional.empty() : ahead(line);
        long height = Math.round(line.y() / NEAR);
        return Stream.of(height, height + 1)
                .flatMap(near -> Stream.concat(
                        Stream.of(new Words(words, near)), ahead.stream().map(count -> new Count(count, near))));
    }

    private static Optional<Integer> ahead(PdfLine line) {
        return COUNT.matcher(line.text())
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(number -> Integer.parseInt(number) - line.page())
                .findFirst();
    }

    private static List<PdfLine> edges(List<PdfLine> page) {
        List<PdfLine> down =
                page.stream().sorted(Comparator.comparingDouble(PdfLine::y)).toList();
        return Stream.concat(down.stream().limit(LINES), down.stream().skip(Math.max(LINES, down.size() - LINES)))
                .toList();
    }

    /** A number by itself in the first or last line; between the words it may be a price. */
    private static boolean isNumber(PdfLine line, List<PdfLine> page) {
        return NUMBER.matcher(line.text()).matches()
                && (page.stream().allMatch(other -> other.equals(line) || other.y() < line.y())
                        || page.stream().allMatch(other -> other.equals(line) || other.y() > line.y()));
    }
}
