package org.evidencewatch.job;

import java.time.Instant;
import java.util.List;

/**
 * What a run did, read from the tables it wrote. The verdict counters (from {@code firstSeen} to {@code refused}) sum
 * to {@code sources}; {@code fetched} and {@code notModified} are a second axis.
 */
public record RefreshReport(
        long run,
        Instant asOf,
        long sources,
        long firstSeen,
        long unchanged,
        long cosmetic,
        long variant,
        long reinterpreted,
        long changed,
        long moved,
        long gone,
        long degraded,
        long unverifiable,
        long disallowed,
        long refused,
        long fetched,
        long notModified,
        List<CannotRead> cannotRead,
        List<Queued> queued,
        double seconds) {

    /** A page that could not be read, why, and since when. */
    public record CannotRead(String url, String reason, Instant since) {}

    /** A company that this run put before a reviewer. */
    public record Queued(String company, String lane, List<String> reasons) {}
}
