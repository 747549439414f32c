package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.evidencewatch.cli.bench.Footprint;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The root command. Exit codes: 0 done, 1 failed, 2 wrong usage or input, 3 done but something needs attention. */
@Command(
        name = "evidence",
        description = "Re-reads the pages your index cites, and says which cited fact no longer stands.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.LOCAL,
        synopsisSubcommandLabel = "<command>",
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            CompanyCommand.class,
            CitationCommand.class,
            AccountCommand.class,
            ScoreCommand.class,
            RefreshCommand.class,
            QueueCommand.class,
            StatusCommand.class,
            AlertsCommand.class,
            OutboxCommand.class,
            JobsCommand.class,
            ServeCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            CaptureCommand.class,
            ReextractCommand.class,
            ExtractCommand.class,
            AssessCommand.class,
            FactsCommand.class,
            AdmitCommand.class,
            RobotsCommand.class,
            HostsCommand.class,
            BenchCommand.class,
            BenchSiteCommand.class,
            BenchFloorCommand.class,
            BenchDeskFillCommand.class
        })
public final class Evidence {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int ATTENTION = 3;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final House house;
    private final PrintWriter out;

    private Evidence(House house, PrintWriter out) {
        this.house = house;
        this.out = out;
    }

    /** Runs one command line and returns its exit code. */
    public static int run(House house, String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var line = new CommandLine(new Evidence(house, out))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Evidence::failed);
        Release.tell(line);
        int code = line.execute(args);
        out.flush();
        Footprint.leave();
        return code;
    }

    /** Says what went wrong; the whole story too, to those who ask for it by EVIDENCE_DEBUG=1. */
    private static int failed(Exception e, CommandLine command, ParseResult words) {
        if ("1".equals(System.getenv("EVIDENCE_DEBUG"))) {
            e.printStackTrace(command.getErr());
        }
        var failure = Failure.of(e);
        command.getErr().println("evidence: " + failure.message());
        return failure.code();
    }

    /** Opens the rooms that need the database. */
    ConfigurableApplicationContext open(String... settings) {
        return house.open(false, settings);
    }

    /** Opens the house with its reviewers' pages. */
    ConfigurableApplicationContext serve(String... settings) {
        return house.open(true, settings);
    }

    /** Where results go: standard output, UTF-8. Everything else goes to the log on standard error. */
    PrintWriter out() {
        return out;
    }

    /** Prints one JSON document. */
    void json(Object document) {
        out.println(JSON.writeValueAsString(document));
    }
}
