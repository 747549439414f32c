package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.evidencewatch.cli.bench.DeskReport;

/** A measurement of the reviewers' pages for people. */
record DeskTable(PrintWriter out) {

    private static final String LEGEND = """

            One person, one connection, one request at a time, the pages in turn after a warm-up: the time from a request to the
            last octet of its answer, login and roles looked up each time. The static file is the floor: the same server, the
            same run, no query and no template.""";

    void print(DeskReport report) {
        var machine = report.machine();
        out.printf(
                Locale.ROOT,
                "%,d open items, %,d sources, %,d captures; filled in %.0f s, %,d MiB; %d requests for each page%n",
                report.shape().items(),
                report.shape().sources(),
                report.shape().captures(),
                report.fillSeconds(),
                report.databaseMiB(),
                report.requests());
        out.printf(
                Locale.ROOT,
                "%s, %d cores, %,d MiB, %s; load average at the start %.2f, at the end %.2f%n",
                machine.system(),
                machine.cores(),
                machine.memoryMiB(),
                machine.java(),
                machine.loadAverage(),
                report.loadAverage());
        report.warnings().forEach(warning -> out.println("Warning: " + warning));
        out.printf("%n%-18s %10s %10s %11s %9s%n", "page", "median ms", "p95 ms", "longest ms", "octets");
        report.pages().forEach(this::print);
        out.println(LEGEND);
        report.problems().forEach(problem -> out.println("Does not add up: " + problem));
    }

    private void print(DeskReport.Line line) {
        out.printf(
                Locale.ROOT,
                "%-18s %10.1f %10.1f %11.1f %9d%n",
                line.page(),
                line.medianMillis(),
                line.p95Millis(),
                line.longestMillis(),
                line.bytes());
    }
}
