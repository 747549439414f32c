package org.evidencewatch.change;

/** How good the newest read of a page was. It says nothing of what the page states, and moves no verdict. */
public enum ReadQuality {
    /** The page was read and found to be itself. */
    GOOD,
    /** Something was received that is not the page: a block, a login, an error, half of it. */
    DEGRADED,
    GONE,
    MOVED,
    /** Nothing was received, or nothing that could be kept. */
    UNREACHABLE,
    /** By the host's robots.txt. */
    DISALLOWED,
    /** By our own gate or limits. */
    REFUSED,
    /** Nobody has tried yet. */
    NEVER;

    /** What an attempt with this outcome was; a page that was not asked for, because its host rested, was not attempted. */
    public static ReadQuality of(boolean good, String outcome) {
        if (good) {
            return GOOD;
        }
        return switch (outcome) {
            case "GONE" -> GONE;
            case "MOVED" -> MOVED;
            case "BLOCKED", "RESTRICTED", "INTERSTITIAL", "PARKED", "ERROR", "EMPTY", "TRUNCATED", "DEGRADED" ->
                DEGRADED;
            case "ROBOTS_DENIED" -> DISALLOWED;
            case "REFUSED" -> REFUSED;
            case "DEFERRED", "STOPPED" -> NEVER;
            default -> UNREACHABLE;
        };
    }

    /** The word for it in the database and in output. */
    public String word() {
        return Codes.of(name());
    }

    /** The one with that word. */
    public static ReadQuality ofWord(String word) {
        return valueOf(Codes.name(word));
    }
}
