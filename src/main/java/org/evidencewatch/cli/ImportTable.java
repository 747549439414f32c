package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.citation.ImportSummary;
import org.evidencewatch.company.InputProblem;

/** Prints what an import came to, for people: the companies, one sentence of sums, then what to put right. */
final class ImportTable {

    private final PrintWriter out;

    ImportTable(PrintWriter out) {
        this.out = out;
    }

    void print(ImportSummary summary) {
        int slug =
                width(summary.records().stream().map(ImportSummary.Loaded::slug).toList());
        int name =
                width(summary.records().stream().map(ImportSummary.Loaded::name).toList());
        for (var loaded : summary.records()) {
            out.printf(
                    "%-" + slug + "s  %-" + name + "s  %-9s  %-12s  %-10s  %s%n",
                    loaded.slug(),
                    loaded.name(),
                    standing(loaded),
                    counted(loaded.dimensions(), "dimension"),
                    counted(loaded.sources(), "source"),
                    loaded.outcome().word());
        }
        var disputes = summary.disputes();
        if (disputes.added() + disputes.unchanged() > 0) {
            out.printf("disputes: %d added, %d unchanged%n", disputes.added(), disputes.unchanged());
        }
        if (!summary.records().isEmpty() || disputes.equals(new ImportSummary.Taken(0, 0))) {
            sums(summary);
        }
        print("warning", summary.warnings());
        print("error", summary.errors());
        out.flush();
    }

    private void sums(ImportSummary summary) {
        out.printf(
                "%s, %s, %s: %d added, %d updated, %d unchanged%n",
                summary.companies() == 1 ? "1 company" : summary.companies() + " companies",
                counted(summary.citations(), "citation"),
                counted(summary.sources(), "source"),
                summary.added(),
                summary.updated(),
                summary.unchanged());
    }

    private void print(String word, List<InputProblem> problems) {
        problems.forEach(
                problem -> out.printf("%s: %s:%d: %s%n", word, problem.file(), problem.line(), problem.reason()));
    }

    private static String standing(ImportSummary.Loaded loaded) {
        return loaded.score()
                .map(score -> score + "/100 " + loaded.grade().orElse(""))
                .orElse("-")
                .strip();
    }

    private static String counted(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static int width(List<String> cells) {
        return Math.max(
                1,
                cells.stream()
                        .collect(Collectors.summarizingInt(String::length))
                        .getMax());
    }
}
