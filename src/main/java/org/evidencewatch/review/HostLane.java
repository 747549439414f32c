package org.evidencewatch.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reasons that wait in one lane, about pages of one host: often they have one cause, and one look clears them all.
 *
 * @param reasons those that wait, the worst first; never empty
 */
public record HostLane(String host, Lane lane, List<Waiting> reasons) {

    /** One reason that waits, and the open work item that has it. */
    public record Waiting(long item, String company, String name, String url, int severity) {}

    record Row(String host, Lane lane, Waiting waiting) {}

    private record Place(String host, Lane lane) {}

    public HostLane {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("lane without a reason: " + host + ", " + lane);
        }
    }

    /** The lanes of these rows, that with most reasons first. */
    static List<HostLane> of(List<Row> rows) {
        Map<Place, List<Waiting>> lanes = new LinkedHashMap<>();
        rows.forEach(row -> lanes.computeIfAbsent(new Place(row.host(), row.lane()), place -> new ArrayList<>())
                .add(row.waiting()));
        return lanes.entrySet().stream()
                .map(lane -> new HostLane(lane.getKey().host(), lane.getKey().lane(), lane.getValue()))
                .sorted(Comparator.comparingInt(
                                (HostLane lane) -> -lane.reasons().size())
                        .thenComparing(HostLane::host)
                        .thenComparing(HostLane::lane))
                .toList();
    }
}
