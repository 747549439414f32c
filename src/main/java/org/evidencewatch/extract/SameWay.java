package org.evidencewatch.extract;

import java.util.Optional;

/**
 * Two pages read in one way, so that a difference between them is one of the pages and not of how they were read.
 *
 * <p>Where the ways in which they were found differ, both are read anew: in the way that any page has, and in the widest
 * where that one is blind on either page. Pages that no way fits both of (a page became a plain text) stay as they were
 * read, each in its own.
 */
public record SameWay(Reading before, Reading after) {

    /** A way that finds less than this share of what the page's own found is blind on the page. */
    private static final double SEEING = 0.5;

    /** The two in one way. Of a page that is not good nothing is compared: it stays as it was read. */
    public static SameWay of(Legible before, Legible after) {
        if (before.own().way() == after.own().way()
                || !before.own().good()
                || !after.own().good()) {
            return new SameWay(before.own(), after.own());
        }
        return both(before, after, common(before.own().way(), after.own().way()))
                .or(() -> both(before, after, Way.WHOLE))
                .orElseGet(() -> new SameWay(before.own(), after.own()));
    }

    /** The narrowest way that both pages may have. */
    static Way common(Way before, Way after) {
        if (before == after) {
            return before;
        }
        return before == Way.WHOLE || after == Way.WHOLE ? Way.WHOLE : Way.STRUCTURE;
    }

    private static Optional<SameWay> both(Legible before, Legible after, Way way) {
        var pair = new SameWay(before.in(way), after.in(way));
        boolean alike = pair.before.way() == pair.after.way();
        return alike && sees(pair.before, before.own()) && sees(pair.after, after.own())
                ? Optional.of(pair)
                : Optional.empty();
    }

    private static boolean sees(Reading read, Reading own) {
        return read.good() && read.coverage() >= own.coverage() * SEEING;
    }
}
