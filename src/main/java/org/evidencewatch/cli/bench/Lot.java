package org.evidencewatch.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What falls to a page where the site serves all sorts.
 *
 * @param validators whether it has ETag and Last-Modified
 * @param then its state on later nights
 */
record Lot(boolean validators, Revision then) {

    private static final double CHANGED = 0.05;
    private static final double NOISE = 0.20;
    private static final double VALIDATORS = 0.60;

    /** Draws for every page: exactly these shares, rounded, and the same pages for the same seed. */
    static List<Lot> draw(int pages, long seed) {
        int changed = share(CHANGED, pages);
        int noisy = share(NOISE, pages);
        var revisions = new ArrayList<>(Collections.nCopies(pages, Revision.FIRST));
        Collections.fill(revisions.subList(0, changed), Revision.CHANGED);
        Collections.fill(revisions.subList(changed, changed + noisy), Revision.NOISE);
        Collections.shuffle(revisions, new Random(seed));
        var validating = new Boolean[pages];
        Arrays.fill(validating, false);
        Arrays.fill(validating, 0, share(VALIDATORS, pages), true);
        Collections.shuffle(Arrays.asList(validating), new Random(seed + 1));
        var lots = new ArrayList<Lot>();
        for (int i = 0; i < pages; i++) {
            lots.add(new Lot(validating[i], revisions.get(i)));
        }
        return lots;
    }

    private static int share(double of, int pages) {
        return (int) Math.round(of * pages);
    }
}
