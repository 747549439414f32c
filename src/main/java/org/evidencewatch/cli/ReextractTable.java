package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.List;
import org.evidencewatch.change.Reason;
import org.evidencewatch.job.ReextractReport;
import org.evidencewatch.job.ReextractReport.Unlike;
import org.evidencewatch.job.ReextractReport.WouldFlag;
import org.evidencewatch.job.ReextractReport.WouldMiss;

/** What reading history again brought to light, for people. */
final class ReextractTable {

    private static final int MOST_LINES = 20;

    private ReextractTable() {}

    static void print(PrintWriter out, ReextractReport r) {
        out.printf(
                "Extractor %s: %d captures in %.1f s, %d of them read anew%s%n",
                r.extractorVersion(), r.captures(), r.seconds(), r.reread(), r.adopted() ? " and kept" : "");
        out.printf("  same %d   reinterpreted %d%n", r.same(), r.reinterpreted());
        section(
                out,
                "Would have flagged",
                r.wouldFlag().stream().map(ReextractTable::line).toList());
        section(
                out,
                "Would have missed",
                r.wouldMiss().stream().map(ReextractTable::line).toList());
        section(
                out,
                "Was a page, and is none now",
                r.degradedNow().stream().map(ReextractTable::line).toList());
        section(
                out,
                "Was no page, and is one now",
                r.goodNow().stream().map(ReextractTable::line).toList());
        if (!r.needsAttention()) {
            out.println("No flag would have been another.");
        }
    }

    private static void section(PrintWriter out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title + ":");
            lines.stream().limit(MOST_LINES).forEach(out::println);
        }
        if (lines.size() > MOST_LINES) {
            out.printf("  and %d more (--json has them all)%n", lines.size() - MOST_LINES);
        }
    }

    private static String line(WouldFlag flag) {
        return "  %s%n    capture %d: %s, severity %d, recorded as %s%s"
                .formatted(
                        Ink.safe(flag.url()),
                        flag.capture(),
                        flag.verdict(),
                        flag.severity(),
                        flag.recorded(),
                        worst(flag.reasons()));
    }

    private static String line(WouldMiss miss) {
        return "  %s%n    change %d: %s, severity %d; now %s%s"
                .formatted(
                        Ink.safe(miss.url()),
                        miss.change(),
                        miss.recorded(),
                        miss.severity(),
                        miss.verdict(),
                        worst(miss.reasons()));
    }

    private static String line(Unlike unlike) {
        return "  %s%n    capture %d: %s, now %s"
                .formatted(Ink.safe(unlike.url()), unlike.capture(), unlike.before(), unlike.now());
    }

    private static String worst(List<Reason> reasons) {
        return reasons.stream()
                .findFirst()
                .map(r -> "%n      %s: %s -> %s"
                        .formatted(
                                Ink.safe(r.code()),
                                r.before().map(Ink::safe).orElse("(nothing)"),
                                r.after().map(Ink::safe).orElse("(nothing)")))
                .orElse("");
    }
}
