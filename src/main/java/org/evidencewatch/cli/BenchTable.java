package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.cli.bench.BenchReport;
import org.evidencewatch.cli.bench.BenchReport.NightFigures;
import org.evidencewatch.cli.bench.Figures;
import org.evidencewatch.cli.bench.Ratios;

/** A measurement for people. */
record BenchTable(PrintWriter out) {

    private static final String LEGEND = """

            Every figure is the median of the rounds, every ratio the median of the ratios within a round; refresh and floor
            take turns. Each reading is a process of its own, measured from its start to its end: JVM and compilation are in
            its clock and CPU time. What PostgreSQL and the site used meanwhile stands in their columns and in no other, also
            as CPU seconds for 1,000 pages; both were running before. "Less start-up" and "per page" leave out what the same
            program takes in the same round to find nothing to do. The floor: 32 threads ask, unpack, digest, parse, take
            the text of the body and pack both, one stores them, 100 pages a transaction; a page with the digest or the
            validators that are held costs it the request, the digest and a row. It judges nothing, and obeys no robots.txt.""";

    void print(BenchReport report) {
        var machine = report.machine();
        out.printf(
                Locale.ROOT,
                "%,d pages on %,d hosts, rounds: %d; a page has %,d characters, %,d octets packed; %s%n",
                report.pages(),
                report.hosts(),
                report.rounds(),
                report.site().meanPageCharacters(),
                report.site().meanWireOctets(),
                report.site().database());
        out.printf(
                Locale.ROOT,
                "%s, %d cores, %,d MiB, %s; load average at the start %.2f%n",
                machine.system(),
                machine.cores(),
                machine.memoryMiB(),
                machine.java(),
                machine.loadAverage());
        report.warnings().forEach(warning -> out.println("Warning: " + warning));
        report.nights().forEach(this::print);
        var startUp = report.startUp();
        out.printf(
                Locale.ROOT,
                "%nStart-up, nothing to do: refresh %.2f CPU s, %.2f s by the clock; floor %.2f CPU s, %.2f s%n",
                startUp.refreshCpuSeconds(),
                startUp.refreshWallSeconds(),
                startUp.floorCpuSeconds(),
                startUp.floorWallSeconds());
        out.println(LEGEND);
        report.problems().forEach(problem -> out.println("Does not add up: " + problem));
    }

    private void print(NightFigures night) {
        out.printf("%nNight %s: %s%n", night.night(), night.about());
        out.println("            pages/s   wall s   CPU s/1,000   less start-up   PostgreSQL    site   peak RSS MiB");
        print("refresh", night.refresh());
        print("floor", night.floor());
        print(night.ratios());
    }

    private void print(String side, Figures f) {
        out.printf(
                Locale.ROOT,
                "  %-8s %8.1f %8.1f %13.2f %15.2f %12s %7.2f %14s%n",
                side,
                f.pagesPerSecond(),
                f.wallSeconds(),
                f.cpuSecondsPer1000(),
                f.cpuSecondsPer1000LessStartUp(),
                text(f.postgresCpuSecondsPer1000()),
                f.siteCpuSecondsPer1000(),
                f.peakRssMiB().map("%.0f"::formatted).orElse("unknown"));
    }

    private void print(Ratios r) {
        out.printf(
                Locale.ROOT,
                "  refresh / floor: CPU %.2f whole, %s per page; clock %.2f whole, %s per page; peak RSS %s%n",
                r.cpu(),
                text(r.cpuPerPage()),
                r.wall(),
                text(r.wallPerPage()),
                text(r.peakRss()));
    }

    private static String text(Optional<Double> figure) {
        return figure.map(f -> String.format(Locale.ROOT, "%.2f", f)).orElse("unknown");
    }
}
