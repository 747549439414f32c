package org.evidencewatch.change;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.change.Edit.Side;

/** Shows one side of an edit to a person: its words with a few words of context around them, as the page has them. */
final class Wording {

    /** Most characters of one side, cut at a word's end. */
    static final int LONGEST = 300;

    private static final int CONTEXT = 8;

    private Wording() {}

    /** Empty where the side has no words of its own and the other has them all. */
    static Optional<String> of(Side side, boolean inPassage) {
        Words words = side.words();
        if (words.size() == 0 || (side.size() == 0 && !inPassage)) {
            return Optional.empty();
        }
        int first = Math.max(0, side.from() - CONTEXT);
        int last = Math.min(words.size(), side.to() + CONTEXT);
        String before = between(words, first, side.from());
        String run = between(words, side.from(), side.to());
        String after = between(words, side.to(), last);
        boolean whole = side.size() == words.size();
        String shown = whole ? run : spaced(before, cut(run, LONGEST - 120), after);
        return Optional.of(cut(shown, LONGEST));
    }

    private static String spaced(String before, String run, String after) {
        return Stream.of(before, run, after).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String between(Words words, int from, int to) {
        return from >= to ? "" : words.text().substring(words.starts()[from], words.ends()[to - 1]);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 2);
        return text.substring(0, space > 0 ? space : most - 1) + "…";
    }
}
