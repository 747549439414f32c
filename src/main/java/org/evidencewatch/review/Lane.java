package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;

/** What kind of look a reason asks for. The order is the queue's: where severities tie, the earlier lane goes first. */
public enum Lane {
    CHANGED("Changed", Duration.ofSeconds(90), Duration.ofDays(2)),
    LOST_QUOTE("Lost quote", Duration.ofSeconds(20), Duration.ofDays(3)),
    GONE("Gone", Duration.ofSeconds(20), Duration.ofDays(7)),
    MOVED("Moved", Duration.ofSeconds(20), Duration.ofDays(7)),
    CANNOT_READ("Cannot read", Duration.ofSeconds(20), Duration.ofDays(7)),
    STALE("Stale", Duration.ofSeconds(20), Duration.ofDays(7)),
    DISPUTED("Disputed", Duration.ofSeconds(90), Duration.ofDays(5));

    private final String label;
    private final Duration look;
    private final Duration target;

    Lane(String label, Duration look, Duration target) {
        this.label = label;
        this.look = look;
        this.target = target;
    }

    /** How long a reason of this lane should wait at most. */
    public Duration target() {
        return target;
    }

    /** How long a person is expected to look at a reason of this lane: an estimate, by which a day's work is told. */
    public Duration look() {
        return look;
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
