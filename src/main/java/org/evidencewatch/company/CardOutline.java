package org.evidencewatch.company;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a published card, in their order; each holds its lines without its heading. */
final class CardOutline {

    /** A part, and how people call the place. */
    enum Part {
        TOP("before its title"),
        INTRODUCTION("in its introduction"),
        STEPS("in 'How to cancel'"),
        EVIDENCE("in the evidence list"),
        SCOPE("before its 'Cite this' line"),
        CITE("in its 'Cite this' line");

        private final String place;

        Part(String place) {
            this.place = place;
        }

        String place() {
            return place;
        }
    }

    private static final Pattern TITLE =
            Pattern.compile("^How hard is it to cancel (.+?)\\s*\\?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEPS = Pattern.compile("^How to cancel\\b[^?.]*.{0,80}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVIDENCE =
            Pattern.compile("^(?:Evidence|Sources)(?:\\s*\\(\\d+\\))?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCOPE =
            Pattern.compile("^(?:Scope (?:&|and) fairness|Is this wrong\\?).*", Pattern.CASE_INSENSITIVE);
    static final Pattern REVIEWED = Pattern.compile(
            "^(?:[-–—•*·]\\s*)?Last reviewed\\b:?\\s*(.*?)(?:\\s+[·•|–—-]\\s+scope:\\s*(.*))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CITE = Pattern.compile("^Cite this\\b.*", Pattern.CASE_INSENSITIVE);

    private final Map<Part, List<TextLine>> parts = new EnumMap<>(Part.class);
    private Optional<TextLine> title = Optional.empty();
    private Optional<TextLine> reviewed = Optional.empty();
    private int citeLines;
    private Part last = Part.TOP;

    private CardOutline() {}

    /** @param lines made {@linkplain CardLine#plain plain} */
    static CardOutline of(List<TextLine> lines) {
        var outline = new CardOutline();
        lines.forEach(outline::add);
        return outline;
    }

    List<TextLine> lines(Part part) {
        return List.copyOf(parts.getOrDefault(part, List.of()));
    }

    /** The line that asks how hard it is to cancel. */
    Optional<TextLine> title() {
        return title;
    }

    /** The company's name, as the title has it. */
    Optional<String> name() {
        return title.map(line -> TITLE.matcher(line.text()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    Optional<TextLine> reviewed() {
        return reviewed;
    }

    /** The part in which the card ends. */
    Part last() {
        return last;
    }

    /** How many cards the lines seem to hold. */
    int citeLines() {
        return citeLines;
    }

    private void add(TextLine line) {
        String heading = CardLine.withoutMarks(line.text());
        if (last == Part.TOP) {
            if (TITLE.matcher(heading).matches()) {
                title = Optional.of(line.with(heading));
                last = Part.INTRODUCTION;
            } else {
                put(line);
            }
        } else if (!opensPart(line, heading)) {
            put(line);
        }
    }

    private void put(TextLine line) {
        parts.computeIfAbsent(last, part -> new ArrayList<>()).add(line);
    }

    private boolean opensPart(TextLine line, String heading) {
        if (CITE.matcher(heading).matches()) {
            citeLines++;
            last = Part.CITE;
            return false;
        }
        if (last != Part.CITE
                && reviewed.isEmpty()
                && REVIEWED.matcher(line.text()).matches()) {
            reviewed = Optional.of(line);
            last = last == Part.EVIDENCE ? Part.SCOPE : last;
            return true;
        }
        return turnsTo(Part.STEPS, STEPS, heading)
                || turnsTo(Part.EVIDENCE, EVIDENCE, heading)
                || turnsTo(Part.SCOPE, SCOPE, heading);
    }

    private boolean turnsTo(Part part, Pattern pattern, String heading) {
        if (last.compareTo(part) >= 0 || !pattern.matcher(heading).matches()) {
            return false;
        }
        last = part;
        return true;
    }
}
