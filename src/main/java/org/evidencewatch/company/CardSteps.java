package org.evidencewatch.company;

import java.util.ArrayList;
import java.util.List;

/** Reads the list under "How to cancel NAME": one claim an item, in the dimension that its label names. */
final class CardSteps {

    /**
     * A claim and where it stands.
     *
     * @param line for the problems that are found in it later
     */
    record Step(int line, Claim claim) {}

    private final Problems problems;

    CardSteps(Problems problems) {
        this.problems = problems;
    }

    List<Step> read(List<TextLine> lines) {
        var steps = new ArrayList<Step>();
        for (var item : items(lines)) {
            step(item, steps);
        }
        return steps;
    }

    private void step(TextLine item, List<Step> steps) {
        String text = CardLine.withoutBullet(item.text());
        int colon = text.indexOf(':');
        var dimension = Dimension.labelled(label(text));
        if (dimension.isEmpty()) {
            problems.warn(item.number(), "'%s' is no dimension of the rubric; left out".formatted(start(text)));
            return;
        }
        String statement = text.substring(colon + 1).replaceFirst("^[*_]+", "").strip();
        if (statement.isEmpty()) {
            problems.warn(item.number(), "'%s' says nothing; left out".formatted(start(text)));
            return;
        }
        Limit.STATEMENT
                .flaw(statement)
                .ifPresentOrElse(
                        flaw -> problems.error(item.number(), flaw),
                        () -> steps.add(new Step(
                                item.number(), new Claim(dimension.get(), statement, PageLinks.in(statement)))));
    }

    /** Joins lines that a page broke: an item begins at a bullet, or at a label that is known. */
    private static List<TextLine> items(List<TextLine> lines) {
        var items = new ArrayList<TextLine>();
        for (var line : lines) {
            boolean begins = CardLine.isItem(line.text())
                    || Dimension.labelled(label(line.text())).isPresent();
            if (begins || items.isEmpty()) {
                items.add(line);
            } else {
                var open = items.removeLast();
                items.add(open.with(open.text() + " " + line.text()));
            }
        }
        return items;
    }

    private static String label(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : CardLine.withoutMarks(CardLine.withoutBullet(text.substring(0, colon)));
    }

    private static String start(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
