package org.evidencewatch.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.extract.Reading;

/**
 * Tells a page that lost its content from one whose content was rewritten: little is left and little of that is the
 * baseline's, or another page altogether answers.
 */
final class Collapse {

    private static final double LEFT = 0.4;
    private static final double SURVIVING = 0.3;
    private static final int FEW = 40;
    private static final double STRANGE = 0.03;
    private static final int LONG = 150;
    private static final double KIN = 0.25;
    private static final int SHORT_POLICY = 100;

    private Collapse() {}

    static Optional<Reason> of(Reading baseline, Reading now, Shingles before, Shingles after) {
        double survives = before.survivingIn(after);
        double ratio = after.words() / (double) Math.max(1, before.words());
        boolean sameTitle =
                Words.of(baseline.title()).keys().equals(Words.of(now.title()).keys());
        boolean rewritten = sameTitle && after.words() >= SHORT_POLICY;
        if (survives < SURVIVING && !rewritten && (ratio < LEFT || (after.words() < FEW && ratio < 0.6))) {
            return Optional.of(reason("text-collapsed", baseline, now));
        }
        if (survives < STRANGE && before.words() >= LONG && kinship(baseline.title(), now.title()) < KIN) {
            return Optional.of(reason("other-page", baseline, now));
        }
        return Optional.empty();
    }

    private static Reason reason(String code, Reading baseline, Reading now) {
        return new Reason(code, Optional.of(baseline.title()), Optional.of(now.title()), 50);
    }

    /** Share of the telling words of two titles that both have; a site's name alone is little. */
    private static double kinship(String a, String b) {
        Set<String> all = new HashSet<>(telling(a));
        Set<String> common = new HashSet<>(all);
        common.retainAll(telling(b));
        all.addAll(telling(b));
        return all.isEmpty() ? 1 : common.size() / (double) all.size();
    }

    private static List<String> telling(String title) {
        return Words.of(title).keys().stream().filter(word -> word.length() > 3).toList();
    }
}
