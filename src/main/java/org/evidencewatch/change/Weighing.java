package org.evidencewatch.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives an edit its code and severity by what kind of word changed, not by how much of the page did: a number in a term
 * outweighs a page of rewording.
 */
final class Weighing {

    private static final int SMALL = 12;
    private static final int PASSAGE = 8;
    private static final int NEAR = 3;
    private static final int FAR = 5;

    /** A code and its severity. */
    record Weight(String code, int severity) {}

    private Weighing() {}

    static Weight of(Edit edit) {
        Weight plain = kind(edit);
        return new Weight(plain.code(), Math.clamp(plain.severity() + stakes(edit, plain), 0, 95));
    }

    private static Weight kind(Edit edit) {
        if (dates(edit)) {
            return new Weight("date-changed", 12);
        }
        if (spelling(edit)) {
            return new Weight("spelling-changed", 6);
        }
        boolean small =
                edit.paired() && edit.before().size() <= SMALL && edit.after().size() <= SMALL;
        if (small && edit.before().size() > 0 && differs(edit, Vocabulary::number)) {
            return number(edit);
        }
        if (small && differs(edit, Vocabulary::negation)) {
            return new Weight("negation-changed", 72);
        }
        if (small && differs(edit, Vocabulary.MODALS::contains)) {
            return new Weight("modal-changed", 58);
        }
        if (small && differs(edit, Vocabulary.CHANNELS::contains)) {
            return new Weight("channel-changed", 55);
        }
        return words(edit);
    }

    private static Weight number(Edit edit) {
        if (near(edit, Vocabulary.CURRENCIES, NEAR)) {
            return new Weight("price-changed", 80);
        }
        if (near(edit, Vocabulary.UNITS, NEAR)) {
            return new Weight("number-changed", 76);
        }
        return near(edit, Vocabulary.CLAUSES, FAR) || onlyListNumber(edit)
                ? new Weight("clause-number-changed", 5)
                : new Weight("number-changed", 45);
    }

    private static Weight words(Edit edit) {
        int size = edit.before().size() + edit.after().size();
        int bulk = (int) Math.round(5 * Math.log(Math.max(1, size)));
        if (edit.passage().heading() && size <= SMALL) {
            return new Weight("heading-changed", 18);
        }
        int terms = termed(edit.before().run()) || termed(edit.after().run()) ? 25 : 0;
        if (edit.before().size() == 0) {
            return new Weight("text-added", 14 + bulk + terms);
        }
        if (edit.after().size() == 0) {
            return new Weight("text-removed", 16 + bulk + terms);
        }
        return new Weight(size >= 2 * PASSAGE ? "text-rewritten" : "words-changed", 12 + bulk);
    }

    /** Whether a number counts days, money or the like. */
    private static boolean termed(List<String> run) {
        for (int i = 0; i + 1 < run.size(); i++) {
            boolean counted = Vocabulary.number(run.get(i))
                    && (Vocabulary.UNITS.contains(run.get(i + 1)) || Vocabulary.CURRENCIES.contains(run.get(i + 1)));
            if (counted || (Vocabulary.CURRENCIES.contains(run.get(i)) && Vocabulary.number(run.get(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** What the words are about adds to what they are: terms of money and of leaving most. */
    private static int stakes(Edit edit, Weight plain) {
        if (plain.severity() < SMALL) {
            return 0;
        }
        if (edit.before().run().stream().anyMatch(Vocabulary::stake)
                || edit.after().run().stream().anyMatch(Vocabulary::stake)) {
            return 20;
        }
        boolean about = edit.passage().words().keys().stream().anyMatch(Vocabulary::stake)
                || Words.of(edit.passage().block().heading()).keys().stream().anyMatch(Vocabulary::stake);
        return about && !plain.code().equals("date-changed") ? 12 : 0;
    }

    private static boolean dates(Edit edit) {
        return edit.before().size() <= SMALL
                && edit.after().size() <= SMALL
                && all(edit, word -> Vocabulary.date(word) || Vocabulary.number(word))
                && (any(edit, Vocabulary::date) || near(edit, Vocabulary.MONTHS, NEAR))
                && !near(edit, Vocabulary.CURRENCIES, NEAR);
    }

    private static boolean spelling(Edit edit) {
        String before = String.join("", edit.before().run());
        String after = String.join("", edit.after().run());
        if (before.equals(after)) {
            return true;
        }
        boolean words = edit.before().size() == 1
                && edit.after().size() == 1
                && before.chars().noneMatch(Character::isDigit)
                && after.chars().noneMatch(Character::isDigit)
                && !Vocabulary.negation(before)
                && !Vocabulary.negation(after)
                && !Vocabulary.MODALS.contains(before)
                && !Vocabulary.MODALS.contains(after);
        int longest = Math.max(before.length(), after.length());
        return words && longest >= 4 && Spelling.distance(before, after) <= Math.max(1, longest / 5);
    }

    private static boolean onlyListNumber(Edit edit) {
        return edit.before().from() == 0
                && edit.before().size() == 1
                && edit.after().size() == 1;
    }

    /** Whether the two runs hold these words in different number, and so do their passages: a moved word is none. */
    private static boolean differs(Edit edit, Predicate<String> kind) {
        return !counts(edit.before().run(), kind).equals(counts(edit.after().run(), kind))
                && !counts(edit.before().words().keys(), kind)
                        .equals(counts(edit.after().words().keys(), kind));
    }

    private static Map<String, Integer> counts(List<String> run, Predicate<String> kind) {
        var counts = new HashMap<String, Integer>();
        run.stream().filter(kind).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static boolean near(Edit edit, Set<String> words, int reach) {
        return any(edit, words::contains) || near(edit.before(), words, reach) || near(edit.after(), words, reach);
    }

    private static boolean near(Edit.Side side, Set<String> words, int reach) {
        for (int offset = -reach; offset < reach; offset++) {
            if (side.size() > 0 && words.contains(side.near(offset))) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(Edit edit, Predicate<String> kind) {
        return edit.before().run().stream().allMatch(kind)
                && edit.after().run().stream().allMatch(kind);
    }

    private static boolean any(Edit edit, Predicate<String> kind) {
        return edit.before().run().stream().anyMatch(kind)
                || edit.after().run().stream().anyMatch(kind);
    }
}
