package org.evidencewatch.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.cli.bench.Bench;
import org.evidencewatch.cli.bench.BenchReport;
import org.evidencewatch.cli.bench.Mode;
import org.evidencewatch.cli.bench.Plan;
import org.evidencewatch.cli.bench.SiteShape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures what the nightly refresh costs. */
@Command(
        name = "bench",
        description = {
            "Measure throughput and cost of the nightly refresh on a generated site on this machine, beside a floor:"
                    + " the least that the same nights can cost a Java program.",
            "Reads no page beyond 127.0.0.0/8, and leaves nothing behind. Exit 1 where the counts do not add up."
        },
        mixinStandardHelpOptions = true,
        subcommands = BenchDeskCommand.class,
        footer = {"", "Example: evidence bench --pages 200 --rounds 1"})
final class BenchCommand implements Callable<Integer> {

    private static final long SEED = 20_260_611;

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pages", paramLabel = "N", description = "Pages of the site; default: ${DEFAULT-VALUE}.")
    private int pages = 5_000;

    @Option(names = "--hosts", paramLabel = "M", description = "Hosts that they are on; default: ${DEFAULT-VALUE}.")
    private int hosts = 100;

    @Option(names = "--rounds", paramLabel = "R", description = "Rounds to take medians of; default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = {
                "all: a first night, one answered 304, one with equal bodies, one of all sorts; the default.",
                "plain, validators: a first night and an unchanged one, by equal bodies or by 304.",
                "slow: as validators, every answer held back. mixed: a first night and one of all sorts."
            })
    private String mode = "all";

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description = "Time between a request and its answer; default: PT0.2S with slow, else none.")
    private @Nullable Duration latency;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var plan = plan();
        try (var progress = new BenchProgress(spec.commandLine().getErr(), Terminal.err())) {
            return show(Bench.run(plan, progress));
        }
    }

    Evidence evidence() {
        return evidence;
    }

    private int show(BenchReport report) {
        if (json) {
            evidence.json(report);
        } else {
            new BenchTable(evidence.out()).print(report);
        }
        return report.problems().isEmpty() ? Evidence.DONE : Evidence.FAILED;
    }

    private Plan plan() {
        var chosen = Mode.named(mode).orElseThrow(() -> wrong("--mode: there is no '" + mode + "'"));
        try {
            return new Plan(
                    new SiteShape(pages, Math.min(hosts, pages), SEED),
                    rounds,
                    chosen.nights(),
                    Optional.ofNullable(latency).orElse(chosen.latency()));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
