package org.evidencewatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.evidencewatch.cli.bench.Site;
import org.evidencewatch.cli.bench.SiteConsole;
import org.evidencewatch.cli.bench.SiteShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The site of a measurement, in the process that {@code bench} starts for it. */
@Command(name = "bench-site", hidden = true, description = "Serves generated pages until its input ends.")
final class BenchSiteCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Option(names = "--pages", required = true)
    private int pages;

    @Option(names = "--hosts", required = true)
    private int hosts;

    @Option(names = "--seed", required = true)
    private long seed;

    @Option(names = "--latency", required = true)
    private Duration latency = Duration.ZERO;

    @Override
    public Integer call() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var site = Site.open(new SiteShape(pages, hosts, seed), latency)) {
            SiteConsole.run(site, in, evidence.out());
        }
        return Evidence.DONE;
    }
}
