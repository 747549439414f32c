package org.evidencewatch.job;

import java.util.List;
import org.evidencewatch.change.Reason;

/**
 * What today's rules make of history, beside what was made of it.
 *
 * @param extractorVersion today's
 * @param captures those that brought bytes
 * @param reread those that were read anew; the others were read by this extractor before
 * @param same those that read as they did by the extractor before
 * @param reinterpreted those that read otherwise
 * @param wouldFlag changes that nobody was told of, and would have been
 * @param wouldMiss changes that somebody was told of, and would not have been
 * @param degradedNow those that were a page, and are none to today's extractor
 * @param goodNow those that were none, and are one
 */
public record ReextractReport(
        long run,
        String extractorVersion,
        boolean adopted,
        long captures,
        long reread,
        long same,
        long reinterpreted,
        List<WouldFlag> wouldFlag,
        List<WouldMiss> wouldMiss,
        List<Unlike> degradedNow,
        List<Unlike> goodNow,
        double seconds) {

    /**
     * A change that nobody was told of.
     *
     * @param recorded the verdict that was recorded of the capture
     */
    public record WouldFlag(
            String url, long capture, String verdict, int severity, List<Reason> reasons, String recorded) {}

    /**
     * A change that would not have been told.
     *
     * @param recorded its kind, {@code severity} and {@code reasons}: as they were recorded
     * @param verdict what the capture amounts to now
     */
    public record WouldMiss(
            String url,
            long change,
            long capture,
            String recorded,
            int severity,
            List<Reason> reasons,
            String verdict) {}

    /** A capture whose page state is another now. */
    public record Unlike(String url, long capture, String before, String now) {}

    /** One line for people. */
    String summary() {
        return "%d captures, %d read anew, %d read otherwise; %d changes would be told that were not, %d not that were"
                .formatted(captures, reread, reinterpreted, wouldFlag.size(), wouldMiss.size());
    }

    /** Whether a person should look at it before it is adopted. */
    public boolean needsAttention() {
        return !wouldFlag.isEmpty() || !wouldMiss.isEmpty();
    }
}
