package org.evidencewatch.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.evidencewatch.cli.bench.DeskBench;
import org.evidencewatch.cli.bench.DeskReport;
import org.evidencewatch.cli.bench.DeskShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how fast the reviewers' pages answer. */
@Command(
        name = "desk",
        description = {
            "Measure how fast the reviewers' pages answer over a generated database of the size that is asked for, beside"
                    + " a static file of the same server.",
            "Reads no page beyond 127.0.0.1, and leaves nothing behind. Exit 1 where a page did not answer 200."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence bench desk --items 100 --sources 1000 --captures 10000 --requests 50"})
final class BenchDeskCommand implements Callable<Integer> {

    @ParentCommand
    private BenchCommand bench;

    @Spec
    private CommandSpec spec;

    @Option(names = "--items", paramLabel = "N", description = "Open work items; default: ${DEFAULT-VALUE}.")
    private int items = 10_000;

    @Option(names = "--sources", paramLabel = "N", description = "Cited pages; default: ${DEFAULT-VALUE}.")
    private int sources = 100_000;

    @Option(names = "--captures", paramLabel = "N", description = "Captures of them; default: ${DEFAULT-VALUE}.")
    private int captures = 3_000_000;

    @Option(names = "--requests", paramLabel = "N", description = "Requests for each page; default: ${DEFAULT-VALUE}.")
    private int requests = 300;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var shape = shape();
        try (var progress = new BenchProgress(spec.commandLine().getErr(), Terminal.err())) {
            return show(DeskBench.run(shape, requests, progress));
        }
    }

    private int show(DeskReport report) {
        if (json) {
            bench.evidence().json(report);
        } else {
            new DeskTable(bench.evidence().out()).print(report);
        }
        return report.problems().isEmpty() ? Evidence.DONE : Evidence.FAILED;
    }

    private DeskShape shape() {
        try {
            if (requests < 1) {
                throw new IllegalArgumentException(requests + " requests are not at least 1");
            }
            return new DeskShape(items, sources, captures);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
