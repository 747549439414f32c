package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines in which two sources differ. Pure, and bounded in its work and in what it tells.
 *
 * @param lines in their order, cut where they are long
 * @param whole whether these are all of them
 */
public record LineChanges(List<Line> lines, boolean whole) {

    private static final int MOST_LINES = 4000;
    private static final int MOST_TOLD = 300;
    private static final int LONGEST = 300;
    private static final Pattern BETWEEN_TAGS = Pattern.compile("(?<=>)\\s*(?=<)");

    public LineChanges {
        lines = List.copyOf(lines);
    }

    /**
     * A line of one side alone.
     *
     * @param number from 1, among the side's lines; tags that stand on one line count as lines of their own
     * @param added whether it is of the new side
     */
    public record Line(int number, boolean added, String text) {}

    /** Compares two sources; markup on one line is cut between its tags first. */
    public static LineChanges between(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        var told = new ArrayList<Line>();
        for (Hunk hunk : Hunk.between(first(old), first(now))) {
            tell(told, old, hunk.from(), hunk.to(), false);
            tell(told, now, hunk.newFrom(), hunk.newTo(), true);
        }
        boolean whole = told.size() <= MOST_TOLD && old.size() <= MOST_LINES && now.size() <= MOST_LINES;
        return new LineChanges(told.subList(0, Math.min(MOST_TOLD, told.size())), whole);
    }

    private static List<String> lines(String source) {
        return source.lines()
                .flatMap(BETWEEN_TAGS::splitAsStream)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES + 1L)
                .toList();
    }

    private static List<String> first(List<String> lines) {
        return lines.subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private static void tell(List<Line> told, List<String> lines, int from, int to, boolean added) {
        for (int i = from; i < to && told.size() <= MOST_TOLD; i++) {
            String line = lines.get(i);
            told.add(new Line(i + 1, added, line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line));
        }
    }
}
