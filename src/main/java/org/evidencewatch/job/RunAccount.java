package org.evidencewatch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run came to, counted in the tables that it wrote.
 *
 * @param run what is recorded of it; its counts are the pages by verdict, whatever they were read for
 * @param reported the figures that it reported itself, by name; empty where it reported none
 * @param planned how many pages it set out to read
 * @param attempted for how many of them there is a capture
 * @param unread how many captures show no good reading; a page that answers from another path of its site is none of them
 * @param detected how many differences it was the first to see
 * @param detections what became of those, by state
 */
public record RunAccount(
        RecordedRun run,
        Map<String, Long> reported,
        int planned,
        int attempted,
        int unread,
        int detected,
        Map<String, Integer> detections) {

    public RunAccount {
        reported = Map.copyOf(reported);
        detections = Map.copyOf(detections);
    }

    /** How long it took; until now while it goes on. */
    public Duration duration(Instant now) {
        Instant end = run.endedAt().orElse(now);
        return end.isAfter(run.startedAt()) ? Duration.between(run.startedAt(), end) : Duration.ZERO;
    }

    /** Pages a minute; empty where nothing was read, or in no time. */
    public Optional<Double> rate(Instant now) {
        double minutes = duration(now).toMillis() / 60_000.0;
        return attempted == 0 || minutes == 0 ? Optional.empty() : Optional.of(attempted / minutes);
    }

    /** What does not add up, in words; empty where all does. */
    public List<String> discrepancies() {
        return Reconciliation.of(this);
    }
}
