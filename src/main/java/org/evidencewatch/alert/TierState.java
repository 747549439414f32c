package org.evidencewatch.alert;

import java.util.Optional;

/**
 * How an objective fares. Its burn rate is how many times faster than allowed the evidence goes stale: the share that is stale by
 * the share that may be; 1 means that the objective is just met.
 *
 * @param now the citations of its companies, and how many were confirmed in time
 * @param week the mean burn rate of the last seven days; empty until three days are on record
 */
public record TierState(Tier tier, Objective now, Optional<Double> week) {

    /** From this rate on it is told at once. */
    static final double FAST = 4;

    /** The burn rate now; 0 where there is no evidence. */
    public double burn() {
        return now.evidence() == 0 ? 0 : burn(now.evidence(), now.within(), tier.share());
    }

    /** Whether it is met now. */
    public boolean met() {
        return now.stale() <= allowed();
    }

    /** Whether it burns so fast that people must know at once. */
    boolean fast() {
        return !met() && burn() >= FAST;
    }

    /** Whether it burned too fast for a week. */
    boolean slow() {
        return !met() && week.filter(rate -> rate > 1).isPresent();
    }

    /** How many citations may be stale: one always may, which has an alert of its own. */
    private int allowed() {
        return Math.max(1, (int) Math.floor((1 - tier.share()) * now.evidence() + 1e-9));
    }

    static double burn(int evidence, int within, double share) {
        return (evidence - within) / (evidence * (1 - share));
    }
}
