package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where two passages differ in their words, and where they are alike. Pure. */
public final class WordChanges {

    /** Beyond this many words on a side nothing is aligned: it would cost more than it tells. */
    private static final int MOST_WORDS = 2000;

    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    private WordChanges() {}

    /**
     * A stretch of two passages, with the spaces behind each word.
     *
     * @param before the words that stood; empty where there were none
     * @param after the words that stand in their place; empty where there are none
     * @param alike whether both sides have the same words; they may be spaced differently
     */
    public record Stretch(String before, String after, boolean alike) {}

    /** The stretches in their order, alike ones between others; empty where a side is too long to be aligned. */
    public static Optional<List<Stretch>> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        return old.size() > MOST_WORDS || now.size() > MOST_WORDS ? Optional.empty() : Optional.of(stretches(old, now));
    }

    private static List<Stretch> stretches(List<String> old, List<String> now) {
        var stretches = new ArrayList<Stretch>();
        int at = 0;
        int newAt = 0;
        for (Hunk hunk : Hunk.between(bare(old), bare(now))) {
            add(stretches, old.subList(at, hunk.from()), now.subList(newAt, hunk.newFrom()), true);
            add(stretches, old.subList(hunk.from(), hunk.to()), now.subList(hunk.newFrom(), hunk.newTo()), false);
            at = hunk.to();
            newAt = hunk.newTo();
        }
        add(stretches, old.subList(at, old.size()), now.subList(newAt, now.size()), true);
        return List.copyOf(stretches);
    }

    private static void add(List<Stretch> stretches, List<String> old, List<String> now, boolean alike) {
        if (!old.isEmpty() || !now.isEmpty()) {
            stretches.add(new Stretch(String.join("", old), String.join("", now), alike));
        }
    }

    private static List<String> bare(List<String> words) {
        return words.stream().map(String::strip).toList();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
