package org.evidencewatch.fact;

/** What a change means for the subscriber. */
public enum Direction {
    BETTER,
    WORSE,
    NEUTRAL;

    /** The same for the opposite change. */
    Direction reversed() {
        return switch (this) {
            case BETTER -> WORSE;
            case WORSE -> BETTER;
            case NEUTRAL -> NEUTRAL;
        };
    }

    static Direction ofSign(int sign) {
        return sign > 0 ? BETTER : sign < 0 ? WORSE : NEUTRAL;
    }
}
