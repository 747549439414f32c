package org.evidencewatch.fetch;

/**
 * How much content is read.
 *
 * @param wire most octets as transferred
 * @param decoded most octets once decoded
 * @param expansion most octets decoded for each one transferred, beyond {@link #FREE_OF_RATIO}
 * @param cut whether to keep what came before a limit, instead of refusing the whole
 */
record BodyLimit(int wire, int decoded, int expansion, boolean cut) {

    /** Small contents may expand as they like. */
    static final int FREE_OF_RATIO = 1 << 20;

    /** As much of a robots.txt as is read. */
    static final BodyLimit ROBOTS =
            new BodyLimit(RobotsRules.MOST_OCTETS, RobotsRules.MOST_OCTETS, Integer.MAX_VALUE, true);

    /** Most octets that this many transferred octets may decode to. */
    int decodedFrom(int transferred) {
        long byRatio = Math.max(FREE_OF_RATIO, (long) transferred * expansion);
        return (int) Math.min(decoded, byRatio);
    }
}
