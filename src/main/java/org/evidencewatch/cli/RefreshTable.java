package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshReport.CannotRead;
import org.evidencewatch.job.RefreshReport.Queued;

/** A run's report for people. */
final class RefreshTable {

    private static final int MOST_LINES = 20;

    private RefreshTable() {}

    static void print(PrintWriter out, RefreshReport r) {
        out.printf(
                "Run %d as of %s: %d pages in %.1f s (%d fetched, %d not modified)%n",
                r.run(), minute(r.asOf()), r.sources(), r.seconds(), r.fetched(), r.notModified());
        out.printf(
                "  first seen %d   unchanged %d   cosmetic %d   changed %d   moved %d   gone %d%n",
                r.firstSeen(),
                r.unchanged() + r.variant() + r.reinterpreted(),
                r.cosmetic(),
                r.changed(),
                r.moved(),
                r.gone());
        out.printf(
                "  degraded %d   unverifiable %d   disallowed %d   refused %d%n",
                r.degraded(), r.unverifiable(), r.disallowed(), r.refused());
        if (r.sources() == 0) {
            out.println("Nothing was due: what is cited was attempted in the last 20 hours (--all reads it all the"
                    + " same), or belongs to the demo.");
        }
        if (!r.cannotRead().isEmpty()) {
            out.println("Could not be read:");
            limited(out, r.cannotRead().stream().map(RefreshTable::line).toList());
        }
        if (r.queued().isEmpty()) {
            out.println("Nobody was queued.");
        } else {
            out.println("Queued for a reviewer:");
            limited(out, r.queued().stream().map(RefreshTable::line).toList());
        }
    }

    private static void limited(PrintWriter out, List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(out::println);
        if (lines.size() > MOST_LINES) {
            out.printf("  and %d more%n", lines.size() - MOST_LINES);
        }
    }

    private static String line(CannotRead page) {
        return "  %s%n    %s (since %s)".formatted(page.url(), page.reason(), minute(page.since()));
    }

    private static String line(Queued queued) {
        return "  %-22s %-12s %s".formatted(queued.company(), queued.lane(), String.join(", ", queued.reasons()));
    }

    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
