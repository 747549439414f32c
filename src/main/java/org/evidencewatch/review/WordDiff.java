package org.evidencewatch.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.change.WordChanges;
import org.evidencewatch.change.WordChanges.Stretch;

/**
 * Two passages, cut where their words differ.
 *
 * @param before the words that stood, in order; empty when there were none
 * @param after the words that stand now, in order; empty when there are none
 */
public record WordDiff(List<Run> before, List<Run> after) {

    /** Words in a row that are alike: all of them on the other side too, or none. */
    public record Run(String text, boolean differs) {}

    public WordDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Cuts two passages by words; what is only spaced differently is alike. Very long ones are shown whole. */
    public static WordDiff of(Optional<String> before, Optional<String> after) {
        return WordChanges.between(before.orElse(""), after.orElse(""))
                .map(stretches -> new WordDiff(runs(stretches, Stretch::before), runs(stretches, Stretch::after)))
                .orElseGet(() -> new WordDiff(whole(before), whole(after)));
    }

    /** The passages of two texts, one a line, that differ, in their order; each with the words that differ in it. */
    public static List<WordDiff> passages(String before, String after) {
        return DiffUtils.diff(before.lines().toList(), after.lines().toList()).getDeltas().stream()
                .map(delta -> of(text(delta.getSource()), text(delta.getTarget())))
                .toList();
    }

    private static Optional<String> text(Chunk<String> lines) {
        return Optional.of(String.join("\n", lines.getLines())).filter(text -> !text.isEmpty());
    }

    private static List<Run> runs(List<Stretch> stretches, Function<Stretch, String> side) {
        List<Run> runs = new ArrayList<>();
        stretches.forEach(stretch -> add(runs, side.apply(stretch), !stretch.alike()));
        return runs;
    }

    private static void add(List<Run> runs, String text, boolean differs) {
        String marked = differs ? text.stripTrailing() : text;
        append(runs, marked, differs);
        append(runs, text.substring(marked.length()), false);
    }

    private static void append(List<Run> runs, String text, boolean differs) {
        if (text.isEmpty()) {
            return;
        }
        boolean joins = !runs.isEmpty() && runs.getLast().differs() == differs;
        String before = joins ? runs.removeLast().text() : "";
        runs.add(new Run(before + text, differs));
    }

    private static List<Run> whole(Optional<String> text) {
        return text.map(words -> List.of(new Run(words, false))).orElse(List.of());
    }
}
