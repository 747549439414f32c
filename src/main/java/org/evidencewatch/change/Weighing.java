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
    private static final int ADDRESS = 24;
    private static final int SLIGHT = 10;

    /** Of one edit; what is above is for many of them. */
    private static final int MOST = 84;

    /** What weighs less than this tells nothing about the whole. */
    static final int TOLD = 17;

    /**
     * A code and its severity.
     *
     * @param leaving whether the words that changed are about getting out of the contract, or its money
     */
    record Weight(String code, int severity, boolean leaving) {

        Weight(String code, int severity) {
            this(code, severity, false);
        }
    }

    private Weighing() {}

    static Weight of(Edit edit) {
        Weight plain = kind(edit);
        int severity = Math.clamp(plain.severity() + stakes(edit, plain), 0, MOST);
        return new Weight(plain.code(), severity, severity >= TOLD && either(edit, Vocabulary.LEAVING));
    }

    private static Weight kind(Edit edit) {
        if (dates(edit)) {
            return new Weight("date-changed", 10);
        }
        if (spelling(edit)) {
            return new Weight("spelling-changed", 5);
        }
        if (postalAddress(edit)) {
            return new Weight("address-changed", 13);
        }
        boolean small =
                edit.paired() && edit.before().size() <= SMALL && edit.after().size() <= SMALL;
        return small ? telling(edit) : words(edit);
    }

    /** A small edit inside a passage: told by the weightiest kind of word in it. */
    private static Weight telling(Edit edit) {
        if (edit.before().size() > 0 && differs(edit, Vocabulary::number) && !sameQuantities(edit)) {
            return number(edit);
        }
        if (differs(edit, Vocabulary::negation)) {
            return new Weight("negation-changed", 62);
        }
        if (differs(edit, Vocabulary::modal)) {
            return new Weight("modal-changed", 47);
        }
        if (differs(edit, Vocabulary.CHANNELS::contains)) {
            return new Weight("channel-changed", leaving(edit) ? 47 : 24);
        }
        return all(edit, Vocabulary.FUNCTION_WORDS::contains) ? new Weight("tone-changed", 7) : words(edit);
    }

    private static Weight number(Edit edit) {
        if (near(edit, Vocabulary.CURRENCIES, NEAR)) {
            return new Weight("price-changed", 69);
        }
        if (near(edit, Vocabulary.UNITS, NEAR)) {
            return new Weight("number-changed", 66);
        }
        return near(edit, Vocabulary.CLAUSES, FAR) || onlyListNumber(edit)
                ? new Weight("clause-number-changed", 4)
                : new Weight("number-changed", 39);
    }

    private static Weight words(Edit edit) {
        int size = edit.before().size() + edit.after().size();
        int bulk = (int) Math.round(4.3 * Math.log(Math.max(1, size)));
        if (edit.passage().heading() && size <= SMALL) {
            return new Weight("heading-changed", 15);
        }
        int terms = termed(edit.before().run()) || termed(edit.after().run()) ? 21 : 0;
        if (edit.before().size() == 0) {
            return new Weight("text-added", 12 + bulk + terms);
        }
        if (edit.after().size() == 0) {
            return new Weight("text-removed", 14 + bulk + terms);
        }
        return new Weight(size >= 2 * PASSAGE ? "text-rewritten" : "words-changed", 10 + bulk);
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

    /** What the words are about adds to what they are: terms of money and of leaving most, then what becomes of data. */
    private static int stakes(Edit edit, Weight plain) {
        if (plain.severity() < SLIGHT || plain.code().equals("address-changed")) {
            return 0;
        }
        if (either(edit, Vocabulary.STAKES)) {
            return 17;
        }
        if (plain.code().equals("date-changed")) {
            return 0;
        }
        if (about(edit, Vocabulary.STAKES)) {
            return 10;
        }
        return about(edit, Vocabulary.DATA) ? 9 : 0;
    }

    private static boolean leaving(Edit edit) {
        return about(edit, Vocabulary.LEAVING);
    }

    private static boolean either(Edit edit, Vocabulary.Stems stems) {
        return stems.matchAny(edit.before().run())
                || stems.matchAny(edit.after().run());
    }

    private static boolean about(Edit edit, Vocabulary.Stems stems) {
        return stems.matchAny(edit.passage().words().keys())
                || stems.matchAny(Words.of(edit.passage().block().heading()).keys());
    }

    /** Where somebody lives: a street and a number among few words, and nothing else told. */
    private static boolean postalAddress(Edit edit) {
        boolean few = edit.before().size() <= ADDRESS && edit.after().size() <= ADDRESS;
        return few
                && (either(edit, Vocabulary.STREETS) || addressLine(edit))
                && !either(edit, Vocabulary.LEAVING)
                && !any(edit, Vocabulary::modal)
                && !any(edit, Vocabulary::negation);
    }

    private static boolean addressLine(Edit edit) {
        return edit.passage().size() <= ADDRESS
                && Vocabulary.STREETS.matchAny(edit.passage().words().keys());
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
                && !Vocabulary.modal(before)
                && !Vocabulary.modal(after);
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

    private static boolean sameQuantities(Edit edit) {
        return Quantities.of(edit.before().words().keys())
                .equals(Quantities.of(edit.after().words().keys()));
    }

    private static Map<String, Integer> counts(List<String> run, Predicate<String> kind) {
        var counts = new HashMap<String, Integer>();
        run.stream().filter(kind).forEach(word -> counts.merge(Vocabulary.lemma(word), 1, Integer::sum));
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
