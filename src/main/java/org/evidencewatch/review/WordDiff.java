package org.evidencewatch.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two passages, cut where their words differ.
 *
 * @param before the words that stood, in order; empty when there were none
 * @param after the words that stand now, in order; empty when there are none
 */
public record WordDiff(List<Run> before, List<Run> after) {

    /** Beyond this many words a side is shown whole: marking it would cost more than it tells. */
    private static final int MOST_WORDS = 2000;

    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    /** Words in a row that are alike: all of them on the other side too, or none. */
    public record Run(String text, boolean differs) {}

    public WordDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Cuts two passages by words; what is only spaced differently is alike. */
    public static WordDiff of(Optional<String> before, Optional<String> after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return new WordDiff(whole(before), whole(after));
        }
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(old, now, (a, b) -> a.strip().equals(b.strip())).getDeltas();
        return new WordDiff(runs(old, deltas, AbstractDelta::getSource), runs(now, deltas, AbstractDelta::getTarget));
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

    private static List<Run> runs(
            List<String> words,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            int end = chunk.getPosition() + chunk.size();
            add(runs, words.subList(at, chunk.getPosition()), false);
            add(runs, words.subList(chunk.getPosition(), end), true);
            at = end;
        }
        add(runs, words.subList(at, words.size()), false);
        return runs;
    }

    private static void add(List<Run> runs, List<String> words, boolean differs) {
        String text = String.join("", words);
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

    private static List<String> words(Optional<String> text) {
        return text.map(words ->
                        WORD.matcher(words).results().map(MatchResult::group).toList())
                .orElse(List.of());
    }

    private static List<Run> whole(Optional<String> text) {
        return text.map(words -> List.of(new Run(words, false))).orElse(List.of());
    }
}
