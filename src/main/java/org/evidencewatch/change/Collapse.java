package org.evidencewatch.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.extract.Reading;

/**
 * Tells a page that lost its content from one whose content was rewritten: little is left and little of that is the
 * baseline's, or it breaks off, or another page altogether answers.
 */
final class Collapse {

    private static final double LEFT = 0.4;
    private static final double SURVIVING = 0.3;
    private static final int FEW = 40;
    private static final double STRANGE = 0.03;
    private static final double UNLIKE = 0.13;
    private static final double OTHER_MATTERS = 0.3;
    private static final int LONG = 150;
    private static final double KIN = 0.25;
    private static final int SHORT_POLICY = 40;
    private static final int POLICY = 100;
    private static final double OLD = 0.5;
    private static final int HEAD = 5;
    private static final double NORMAL = 0.5;
    private static final double SAME_MATTERS = 0.12;
    private static final int REPLACED = 60;
    private static final double BEGINNING = 0.9;

    private Collapse() {}

    static Optional<Reason> of(Reading baseline, Reading now, Shingles before, Shingles after) {
        double survives = before.survivingIn(after);
        double ratio = after.words() / (double) Math.max(1, before.words());
        boolean rewritten =
                sameTitle(baseline, now) && after.words() >= leastOf(now) && after.survivingIn(before) < OLD;
        if (survives < SURVIVING && !rewritten && (ratio < LEFT || (after.words() < FEW && ratio < 0.6))) {
            return Optional.of(reason("text-collapsed", baseline, now));
        }
        if (breaksOff(baseline, now, before, after)) {
            return Optional.of(reason("cut-short", baseline, now));
        }
        if (before.words() >= LONG
                && kinship(baseline.title(), now.title()) < KIN
                && strange(survives, baseline, now)) {
            return Optional.of(reason("other-page", baseline, now));
        }
        return Optional.empty();
    }

    /** Whether the page does not close its body any more, and nearly all of its words are those it had, but fewer. */
    private static boolean breaksOff(Reading baseline, Reading now, Shingles before, Shingles after) {
        return now.unclosed()
                && !baseline.unclosed()
                && after.survivingIn(before) >= BEGINNING
                && (after.words() < before.words() || differsInTheLastWord(baseline, now));
    }

    private static boolean differsInTheLastWord(Reading baseline, Reading now) {
        List<String> before = words(baseline);
        List<String> after = words(now);
        int last = after.size() - 1;
        return last > 0
                && last < before.size()
                && before.get(last).startsWith(after.get(last))
                && before.subList(0, last).equals(after.subList(0, last));
    }

    private static List<String> words(Reading reading) {
        return Passage.of(reading.blocks()).stream()
                .flatMap(passage -> passage.words().keys().stream())
                .toList();
    }

    /** Whether hardly a phrase is left, or few are and the words are of other matters. */
    private static boolean strange(double survives, Reading baseline, Reading now) {
        return survives < STRANGE
                || (survives < UNLIKE
                        && overlap(vocabulary(Passage.of(baseline.blocks())), vocabulary(Passage.of(now.blocks())))
                                < OTHER_MATTERS);
    }

    private static boolean sameTitle(Reading baseline, Reading now) {
        return Words.of(now.title()).keys().equals(Words.of(baseline.title()).keys());
    }

    /** So many words tell a rewritten text; fewer where it bears its title above it, for a site's name fits any page. */
    private static int leastOf(Reading now) {
        List<String> title = Words.of(now.title()).keys();
        boolean headed = now.blocks().stream()
                .limit(HEAD)
                .anyMatch(block -> Words.of(block.text()).keys().equals(title));
        return headed ? SHORT_POLICY : POLICY;
    }

    /**
     * A page that seems to be another one and lasts, as what the page is now: of about the length that it had, and about the
     * same matters or in another language. Empty where it is still no such page.
     */
    static Optional<Reason> replaced(Reading baseline, Reading now) {
        List<Passage> before = Passage.of(baseline.blocks());
        List<Passage> after = Passage.of(now.blocks());
        double ratio = size(after) / (double) Math.max(1, size(before));
        boolean akin = overlap(vocabulary(before), vocabulary(after)) >= SAME_MATTERS
                || Language.switched(before, after).isPresent();
        return ratio >= NORMAL && akin
                ? Optional.of(
                        new Reason("page-replaced", Optional.of(baseline.title()), Optional.of(now.title()), REPLACED))
                : Optional.empty();
    }

    private static int size(List<Passage> passages) {
        return passages.stream().mapToInt(Passage::size).sum();
    }

    private static Set<String> vocabulary(List<Passage> passages) {
        var words = new HashSet<String>();
        passages.forEach(passage -> passage.words().keys().stream()
                .filter(word -> word.length() > 3)
                .forEach(words::add));
        return words;
    }

    /** Share of all words that both have. */
    private static double overlap(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        all.addAll(b);
        return all.isEmpty() ? 1 : common.size() / (double) all.size();
    }

    private static Reason reason(String code, Reading baseline, Reading now) {
        return new Reason(code, Optional.of(baseline.title()), Optional.of(now.title()), 50);
    }

    /** Share of the telling words of two titles that both have; a site's name alone is little. */
    private static double kinship(String a, String b) {
        return overlap(new HashSet<>(telling(a)), new HashSet<>(telling(b)));
    }

    private static List<String> telling(String title) {
        return Words.of(title).keys().stream().filter(word -> word.length() > 3).toList();
    }
}
