package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the inbox.
 *
 * @param asOf the time of the first page, which orders all of them
 * @param rows that with most at stake first
 * @param next where the next page starts; empty on the last one
 * @param lanes how many items each lane has, whichever lane was asked for; every lane is there
 * @param total items on all pages
 * @param work how long people are expected to look at all of these: each reason by its lane
 */
public record InboxPage(
        Instant asOf,
        List<InboxRow> rows,
        Optional<InboxCursor> next,
        Map<Lane, Integer> lanes,
        int total,
        Duration work) {

    public InboxPage {
        rows = List.copyOf(rows);
        lanes = Collections.unmodifiableMap(new EnumMap<>(lanes));
    }

    /** The work in minutes, rounded up. */
    public long minutes() {
        return work.plusSeconds(59).toMinutes();
    }
}
