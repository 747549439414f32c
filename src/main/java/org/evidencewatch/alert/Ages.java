package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How old the evidence is: citations by the whole days since each was last confirmed, or imported. Pure. */
public final class Ages {

    private static final List<Integer> BOUNDS = List.of(0, 1, 2, 3, 7, 14, 30, 90);

    private Ages() {}

    /**
     * Citations of an age.
     *
     * @param from in days
     * @param to in days, exclusive; 0 where there is no bound
     */
    public record Span(int from, int to, int citations) {

        /** The days as people write them: "0", "3–6", "90+". */
        public String days() {
            if (to == 0) {
                return from + "+";
            }
            return to == from + 1 ? String.valueOf(from) : from + "–" + (to - 1);
        }
    }

    /** Every class from the youngest to the oldest, empty ones too; together all the citations. */
    public static List<Span> of(List<CitationClock> citations, Instant asOf) {
        var classes = new ArrayList<Span>();
        for (int i = 0; i < BOUNDS.size(); i++) {
            int from = BOUNDS.get(i);
            int to = i + 1 < BOUNDS.size() ? BOUNDS.get(i + 1) : 0;
            long n = citations.stream()
                    .map(citation -> citation.age(asOf))
                    .filter(age -> within(age, from, to))
                    .count();
            classes.add(new Span(from, to, (int) n));
        }
        return List.copyOf(classes);
    }

    private static boolean within(Duration age, int from, int to) {
        return age.toDays() >= from && (to == 0 || age.toDays() < to);
    }
}
