package org.evidencewatch.web.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A bar chart as shapes in a plane of {@value #WIDTH} by {@value #HEIGHT} units, and the same figures as a table. Pure: numbers
 * in, shapes out; colours are a matter of the style sheet.
 *
 * @param id by which its title and description are found; of letters and hyphens
 * @param title what it shows
 * @param description the same for those who do not see it, with the figures that matter
 * @param ticks the scale
 * @param marks the words below the bars, as many as there is room for
 * @param rows the figures, from left to right
 */
record BarChart(
        String id,
        String title,
        String description,
        List<Series> series,
        List<Tick> ticks,
        List<Mark> marks,
        List<Row> rows) {

    static final int WIDTH = 360;
    static final int HEIGHT = 200;
    private static final int LEFT = 34;
    private static final int TOP = 12;
    private static final int BOTTOM = 176;
    private static final int RIGHT = 344;
    /** So many places all have their word; of more, so many have. */
    private static final int ROOM = 8;

    private static final int MOST_MARKS = 6;
    private static final double FILLED = 0.76;
    private static final String NONE = "–";

    /** A kind of figure: its name, the class of its bars, and its bars. */
    record Series(String name, String style, List<Bar> bars) {}

    /** One bar, and in words what it stands for. */
    record Bar(String x, String y, String width, String height, String words) {}

    /** A line across at a round number; {@code below} is where its word stands. */
    record Tick(String y, String below, int value) {}

    /** A word below the bars. */
    record Mark(String x, String word) {}

    /** One place on the chart, with a figure of each series. */
    record Row(String label, List<String> figures) {}

    /** Numbers to draw, one for each place; absent ones are no bars, and a dash in the table. */
    record Figures(String name, String style, List<Optional<Integer>> values) {}

    BarChart {
        series = List.copyOf(series);
        ticks = List.copyOf(ticks);
        marks = List.copyOf(marks);
        rows = List.copyOf(rows);
    }

    /** Draws figures side by side at each place; {@code unit} follows each number, as in "%". */
    static BarChart of(
            String id, String title, String description, List<String> places, String unit, List<Figures> figures) {
        figures.stream().filter(each -> each.values().size() != places.size()).forEach(each -> {
            throw new IllegalArgumentException(each.name() + " has no figure for each of " + places);
        });
        Axis axis = Axis.upTo(highest(figures));
        return new BarChart(
                id,
                title,
                description,
                IntStream.range(0, figures.size())
                        .mapToObj(n -> series(figures.get(n), n, figures.size(), places, unit, axis))
                        .toList(),
                axis.ticks().stream().map(tick -> tick(tick, axis)).toList(),
                marks(places),
                rows(places, figures, unit));
    }

    /** Whether there is nothing to draw. */
    public boolean empty() {
        return rows.stream().allMatch(row -> row.figures().stream().allMatch(NONE::equals));
    }

    private static int highest(List<Figures> figures) {
        return figures.stream()
                .flatMap(each -> each.values().stream())
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static Series series(Figures figures, int nth, int of, List<String> places, String unit, Axis axis) {
        double place = (double) (RIGHT - LEFT) / Math.max(1, places.size());
        double width = place * FILLED / of;
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < places.size(); i++) {
            double x = LEFT + place * i + place * (1 - FILLED) / 2 + width * nth;
            String words = places.get(i) + ": ";
            figures.values().get(i).ifPresent(value -> bars.add(bar(x, width, value, words + value + unit, axis)));
        }
        return new Series(figures.name(), figures.style(), List.copyOf(bars));
    }

    private static Bar bar(double x, double width, int value, String words, Axis axis) {
        double y = height(value, axis);
        return new Bar(number(x), number(y), number(width), number(BOTTOM - y), words);
    }

    private static Tick tick(int value, Axis axis) {
        double y = height(value, axis);
        return new Tick(number(y), number(y + 4), value);
    }

    private static double height(int value, Axis axis) {
        return BOTTOM - (double) (BOTTOM - TOP) * value / axis.top();
    }

    /** Counted from the right: the newest night always has its word. */
    private static List<Mark> marks(List<String> places) {
        double place = (double) (RIGHT - LEFT) / Math.max(1, places.size());
        int every = places.size() <= ROOM ? 1 : (places.size() + MOST_MARKS - 1) / MOST_MARKS;
        return IntStream.range(0, places.size())
                .filter(i -> (places.size() - 1 - i) % every == 0)
                .mapToObj(i -> new Mark(number(LEFT + place * (i + 0.5)), places.get(i)))
                .toList();
    }

    private static List<Row> rows(List<String> places, List<Figures> figures, String unit) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Row(
                        places.get(i),
                        figures.stream()
                                .map(each ->
                                        each.values().get(i).map(n -> n + unit).orElse(NONE))
                                .toList()))
                .toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
