package org.evidencewatch.job;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many pages a run may ask for a second time, over all its hosts: a tenth of its pages, and some more where they are
 * few. A night in which everything fails so ends in about the time of another night.
 */
final class Retries {

    private static final int ALWAYS = 50;
    private static final int SHARE = 10;

    private final AtomicInteger left = new AtomicInteger(ALWAYS);

    /** The run has so many pages more to read. */
    void planned(int pages) {
        left.addAndGet(pages / SHARE);
    }

    /** Takes one, where one is left. */
    boolean take() {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
