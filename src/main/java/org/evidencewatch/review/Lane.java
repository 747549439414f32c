package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What kind of look a reason asks for. The order is the queue's: where severities tie, the earlier lane goes first. */
public enum Lane {
    CHANGED("Changed"),
    LOST_QUOTE("Lost quote"),
    GONE("Gone"),
    MOVED("Moved"),
    CANNOT_READ("Cannot read"),
    STALE("Stale"),
    DISPUTED("Disputed");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    /** The word that people, JSON and the database use. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The lane whose {@link #label} this is. */
    static Lane labelled(String label) {
        return Arrays.stream(values())
                .filter(lane -> lane.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such lane: " + label));
    }

    /** The lane of a reason, by the {@code kind} of the change it rests on. */
    static Lane ofChange(String kind) {
        return switch (kind) {
            case "changed", "quote-moved" -> CHANGED;
            case "quote-lost" -> LOST_QUOTE;
            case "gone" -> GONE;
            case "moved" -> MOVED;
            default -> throw new IllegalArgumentException("no such kind of change: " + kind);
        };
    }
}
