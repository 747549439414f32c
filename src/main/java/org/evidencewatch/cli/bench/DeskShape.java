package org.evidencewatch.cli.bench;

/**
 * How much a generated desk holds.
 *
 * @param items open work items, one a company
 * @param sources cited pages
 * @param captures attempts at them, night by night, without those that confirm a change
 */
public record DeskShape(int items, int sources, int captures) {

    private static final int PAGES_OF_A_COMPANY = 8;
    private static final int FEWEST_NIGHTS = 4;
    private static final int MOST_CAPTURES = 50_000_000;

    public DeskShape {
        if (items < 1) {
            throw new IllegalArgumentException(items + " items are not at least 1");
        }
        if (sources < 2L * PAGES_OF_A_COMPANY || sources < 2L * items) {
            throw new IllegalArgumentException(
                    sources + " sources are fewer than 16, or than two for each of " + items + " items");
        }
        if (captures < FEWEST_NIGHTS * (long) sources || captures > MOST_CAPTURES) {
            throw new IllegalArgumentException("%d captures are not between %d for each of %d sources and %d"
                    .formatted(captures, FEWEST_NIGHTS, sources, MOST_CAPTURES));
        }
    }

    /** Companies on record: every one with an open item, and more where there are sources for them. */
    int companies() {
        return Math.max(items, sources / PAGES_OF_A_COMPANY);
    }

    /** Nights on record; in each of them every source was attempted once. */
    int nights() {
        return captures / sources;
    }
}
