package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;

/** Cuts the blocks of a page into statements. One use each. */
final class Statements {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST_ABOVE = 4;
    private static final int MOST_BARE_WORDS = 5;
    private static final int MOST_ANSWERS = 3;
    private static final Pattern ENDS = Pattern.compile("[.!?:;]$");
    private static final Pattern CELLS = Pattern.compile(" \\| ");
    private static final Pattern SPEAKER = Pattern.compile("^(?:Q|A|Question|Answer|Frage|Antwort)\\s*[:.)]\\s+");

    private static final Pattern WROTE =
            Pattern.compile("^(.{2,60}?) (?:wrote|says|said|replied|posted|commented|answered)\\s*:");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^(?:we|you|there|it|they|this|that|no|please)\\b|\\b(?:can|cannot|can't|is|are|isn't|aren't|must|may|will|won't)\\b");
    /** What a step tells people to do; it is no label of the step after it. */
    private static final Pattern STEP = Pattern.compile(
            "(?i)^(?:open|tap|click|press|go|log|sign in|choose|select|send|write|call|fill|scroll|enter|visit|find|pick|hit|type|confirm|follow|wait)\\b");

    private static final Pattern ASKS = Pattern.compile(
            "(?i)^(?:how|where|what|when|contact|offered|possible|details|rule|answer|terms|status|pro\\b|propos)");
    private static final Pattern MEASURE =
            Pattern.compile("(?i)^(?:deduction|share|length|amount|percentage|duration)\\b");
    private static final Pattern ANSWER =
            Pattern.compile("(?i)yes|no|none|n/a|never|-|\u2013|\u2713|\u2717|.*[$\u20ac\u00a3%].*");
    private static final Pattern STAFF = Pattern.compile(
            "(?i)\\b(?:team|staff|support|employee|moderator|admin|official|customer care|community manager)\\b");

    private final List<Statement> statements = new ArrayList<>();
    private Optional<String> question = Optional.empty();
    private int answers;
    private List<String> before = List.of();
    private Optional<String> leadIn = Optional.empty();
    private Optional<String> label = Optional.empty();
    private String heading = "";
    private List<String> columns = List.of();

    private Statements() {}

    static List<Statement> of(List<Block> blocks) {
        var statements = new Statements();
        for (int i = 0; i < blocks.size(); i++) {
            statements.add(blocks.get(i), i + 1 < blocks.size() ? Optional.of(blocks.get(i + 1)) : Optional.empty());
        }
        return statements.statements;
    }

    private void add(Block block, Optional<Block> next) {
        if (!block.heading().equals(heading)) {
            heading = block.heading();
            question = Optional.empty();
            before = List.of();
            leadIn = Optional.empty();
            label = Optional.empty();
        }
        switch (block.kind()) {
            case QUOTE, CODE -> before = List.of();
            case TABLE_ROW -> row(List.of(CELLS.split(block.text(), -1)), next);
            case HEADING -> {
                columns = List.of();
                question = Optional.of(block.text()).filter(text -> text.endsWith("?"));
                answers = 0;
                label = Optional.empty();
                leadIn = Optional.empty();
                before = List.of();
            }
            case PARAGRAPH, LIST_ITEM -> prose(block, next);
        }
        if (block.kind() != BlockKind.TABLE_ROW) {
            columns = List.of();
        }
    }

    private void prose(Block block, Optional<Block> next) {
        String text = block.text();
        if (block.kind() != BlockKind.LIST_ITEM && label.isEmpty()) {
            leadIn = Optional.empty();
        }
        if (label.isEmpty() && isLabel(block, next)) {
            label = Optional.of(text);
            return;
        }
        if (byMember(text)) {
            before = List.of();
            return;
        }
        for (String sentence : SentenceSplitter.split(text)) {
            sentence(SPEAKER.matcher(sentence).replaceFirst(""));
        }
        label = Optional.empty();
        if (text.endsWith(":")) {
            leadIn = Optional.of(text);
        }
    }

    /** "Somebody wrote: ...", who does not speak for the company. */
    private static boolean byMember(String text) {
        var speaker = WROTE.matcher(text);
        return speaker.find() && !STAFF.matcher(speaker.group(1)).find();
    }

    /** A term before its definition, or a bold line before what it is about. */
    private boolean isLabel(Block block, Optional<Block> next) {
        String text = block.text();
        boolean answers = question.isPresent() && before.isEmpty();
        return !answers
                && text.indexOf('?') < 0
                && !text.contains(": ")
                && !STEP.matcher(text).find()
                && text.length() <= LONGEST_LABEL
                && !ENDS.matcher(text).find()
                && (!SUBJECT.matcher(text).find()
                        || next.filter(Statements::isBareValue).isPresent())
                && Values.joined(Lexer.tokens(text)).stream()
                        .allMatch(token -> token.value().isEmpty() || token.is(Values.RHYTHM))
                && text.chars().noneMatch(Character::isDigit)
                && text.split(" ", -1).length <= (block.kind() == BlockKind.LIST_ITEM ? 9 : 6)
                && next.filter(b -> b.kind() == BlockKind.LIST_ITEM
                                || (b.kind() == BlockKind.PARAGRAPH && block.kind() == BlockKind.PARAGRAPH))
                        .isPresent();
    }

    /** A number and little else, which needs words before it: "every four weeks". */
    private static boolean isBareValue(Block block) {
        String text = block.text();
        return block.kind() == BlockKind.LIST_ITEM
                && text.split(" ", -1).length <= MOST_BARE_WORDS
                && Values.joined(Lexer.tokens(text)).getFirst().value().isPresent();
    }

    private void sentence(String text) {
        if (text.endsWith("?")) {
            question = Optional.of(text);
            answers = 0;
            statements.add(new Statement(text, above(), before, Optional.empty()));
            before = List.of();
            return;
        }
        answers++;
        if (answers > MOST_ANSWERS) {
            question = Optional.empty();
        }
        String full = label.map(l -> l + ": " + text).orElse(text);
        Optional<String> scope = Scopes.label(full);
        statements.add(new Statement(full, above(), before, scope));
        before = before.isEmpty() ? List.of(text) : List.of(text, before.getFirst());
    }

    private List<String> above() {
        var above = new ArrayList<String>();
        question.ifPresent(above::add);
        leadIn.ifPresent(above::add);
        List<String> path = List.of(heading.split(" > ", -1)).reversed();
        path.stream().filter(h -> !h.isEmpty()).forEach(above::add);
        return above.subList(0, Math.min(MOST_ABOVE, above.size()));
    }

    private void row(List<String> cells, Optional<Block> next) {
        before = List.of();
        boolean nextIsRow = next.filter(b -> b.kind() == BlockKind.TABLE_ROW).isPresent();
        if (columns.isEmpty() && nextIsRow && (heads(cells) || cornered(cells, next))) {
            columns = cells;
            return;
        }
        if (columns.size() + 1 == cells.size() && !columns.isEmpty()) {
            // The corner above the names of the rows is empty.
            columns = with("", columns);
        }
        if (columns.size() == cells.size() && columns.size() > 1) {
            boolean byRow = Scopes.ofPolicy(cells.getFirst())
                    && columns.stream().skip(1).noneMatch(Scopes::ofPolicy);
            for (int i = 1; i < cells.size(); i++) {
                String column = columns.get(i);
                String row = cells.getFirst();
                cell(byRow ? row : column, cells.get(i), Optional.of(byRow ? column : row));
            }
        } else if (cells.size() == 2) {
            cell(cells.getFirst(), cells.getLast(), Optional.empty());
        } else {
            cells.forEach(cell -> SentenceSplitter.split(cell).forEach(this::sentence));
        }
    }

    private void cell(String column, String cell, Optional<String> row) {
        for (String sentence : SentenceSplitter.split(cell)) {
            statements.add(new Statement(
                    (column.endsWith("?") ? column.substring(0, column.length() - 1) : column) + ": " + sentence,
                    row.map(r -> with(r, above())).orElseGet(this::above),
                    List.of(),
                    row));
        }
    }

    private static List<String> with(String first, List<String> others) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    /** Whether a row names columns: of two cells, where the second asks for something; of more, where none has a value. */
    private static boolean heads(List<String> cells) {
        if (cells.size() < 2 || cells.stream().anyMatch(Statements::saysSomething)) {
            return false;
        }
        boolean asks = Scopes.ofPolicy(cells.getLast())
                || ASKS.matcher(cells.getLast()).find();
        return cells.size() > 2
                || MEASURE.matcher(cells.getLast()).find()
                || (asks && !Scopes.ofPolicy(cells.getFirst()));
    }

    /** Whether it names columns, and the corner is empty. */
    private static boolean cornered(List<String> cells, Optional<Block> next) {
        int below = next.map(row -> CELLS.split(row.text(), -1).length).orElse(0);
        return below == cells.size() + 1 && cells.stream().noneMatch(Statements::answers);
    }

    /** Whether a cell has a value, so that its row is no row of column names. */
    private static boolean saysSomething(String cell) {
        return cell.chars().anyMatch(Character::isDigit) || answers(cell);
    }

    private static boolean answers(String cell) {
        return ANSWER.matcher(cell).matches();
    }
}
