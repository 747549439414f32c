package org.evidencewatch.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the captures of a page meant, the newest first.
 *
 * @param entries those in which nothing happened folded together
 * @param next the capture below which the timeline goes on; empty where this is its end
 */
public record Timeline(List<Entry> entries, Optional<Long> next) {

    /** So many reads in a row are told one by one. */
    private static final int FEW = 2;

    public Timeline {
        entries = List.copyOf(entries);
    }

    /** What the timeline shows in one place. */
    public sealed interface Entry {}

    /** One capture. */
    public record One(Event event) implements Entry {}

    /** Captures in a row that say the same: that nothing happened. */
    public record Alike(Event newest, Event oldest, int count) implements Entry {}

    /**
     * A capture and what it meant.
     *
     * @param purpose the word for why it was made, such as {@code refresh}
     * @param good whether the page was read and found to be itself
     * @param outcome its reason code; {@code detail} is one sentence for people
     * @param verdict empty where it was not compared
     * @param observed the change that was seen in it first
     * @param confirms the change with which it agreed
     * @param signedBy who brought it, where none of our programs did
     */
    public record Event(
            long capture,
            Instant at,
            String purpose,
            boolean good,
            String outcome,
            String detail,
            Optional<Judged> verdict,
            Optional<Observed> observed,
            Optional<Long> confirms,
            boolean quarantined,
            Optional<String> signedBy) {

        boolean uneventful() {
            return good
                    && verdict.filter(judged -> judged.verdict().equals("unchanged"))
                            .isPresent()
                    && observed.isEmpty()
                    && confirms.isEmpty()
                    && !quarantined
                    && signedBy.isEmpty();
        }
    }

    /** A verdict, as it was recorded, on a capture beside its baseline. */
    public record Judged(String verdict, int severity, Optional<Long> baseline) {}

    /** A change, and how it stands: {@code observed}, {@code open} or how it ended. */
    public record Observed(long change, String kind, String state) {}

    /** The timeline of these captures, the newest first; {@code next} as for the record. */
    static Timeline of(List<Event> events, Optional<Long> next) {
        var entries = new ArrayList<Entry>();
        int from = 0;
        while (from < events.size()) {
            int to = from + 1;
            while (to < events.size()
                    && events.get(from).uneventful()
                    && events.get(to).uneventful()) {
                to++;
            }
            List<Event> run = events.subList(from, to);
            if (run.size() > FEW) {
                entries.add(new Alike(run.getFirst(), run.getLast(), run.size()));
            } else {
                run.forEach(event -> entries.add(new One(event)));
            }
            from = to;
        }
        return new Timeline(entries, next);
    }
}
