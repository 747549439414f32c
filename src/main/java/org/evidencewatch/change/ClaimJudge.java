package org.evidencewatch.change;

import java.util.Optional;

/** What a night makes of a claim on one page. Two axes that do not touch: what the page states, and how it was read. Pure. */
final class ClaimJudge {

    private ClaimJudge() {}

    /**
     * The verdict after a read: what was found, of a page that was read well; else the earlier verdict stands.
     *
     * @param earlier empty where the claim was never judged on that page
     * @param found what the page states, for whatever it is worth; empty where nothing links the claim to the page
     */
    static Optional<ClaimVerdict> judge(
            Optional<ClaimVerdict> earlier, ReadQuality read, Optional<ClaimVerdict> found) {
        return switch (read) {
            case GOOD -> found.or(() -> earlier);
            case DEGRADED, GONE, MOVED, UNREACHABLE, DISALLOWED, REFUSED, NEVER -> earlier;
        };
    }
}
