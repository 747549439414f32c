package org.evidencewatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.citation.Records;
import org.evidencewatch.job.Reextract;
import org.evidencewatch.job.Reextract.Outcome.Busy;
import org.evidencewatch.job.Reextract.Outcome.Completed;
import org.evidencewatch.job.Reextract.Outcome.Failed;
import org.evidencewatch.job.ReextractReport;
import org.evidencewatch.job.ReextractRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads the stored pages again, and says what that would have changed. */
@Command(
        name = "reextract",
        description = {
            "Read the stored pages again with today's extractor, and report what it would have flagged or missed.",
            "Reads no web and alarms nobody. Nothing is kept without --adopt. Exit 3 where a flag would differ."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  evidence reextract --since 2026-06-01", "  evidence reextract --adopt"})
final class ReextractCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--company", paramLabel = "SLUG", description = "Only the pages that this company's record cites.")
    private @Nullable String company;

    @Option(names = "--since", paramLabel = "DATE", description = "Only captures of that day (UTC) and later.")
    private @Nullable String since;

    @Option(
            names = "--adopt",
            description = "Keep the new readings beside the old ones, so that the next nights need not make them.")
    private boolean adopt;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        var request = new ReextractRequest(Optional.ofNullable(company), since(), adopt);
        try (var house = evidence.open()) {
            request.company().ifPresent(slug -> require(slug, house.getBean(Records.class)));
            var progress = new ProgressBar(spec.commandLine().getErr(), Terminal.err(), "reextract");
            var outcome = house.getBean(Reextract.class).run(request, progress);
            progress.finish();
            return switch (outcome) {
                case Completed c -> show(c.report());
                case Failed f -> fail("run " + f.run() + " did not finish: " + f.why());
                case Busy b -> fail("another run is reading now; nothing was done");
            };
        }
    }

    private int show(ReextractReport report) {
        if (json) {
            evidence.json(report);
        } else {
            ReextractTable.print(evidence.out(), report);
        }
        return report.needsAttention() ? Evidence.ATTENTION : Evidence.DONE;
    }

    private int fail(String why) {
        spec.commandLine().getErr().println(why);
        return Evidence.FAILED;
    }

    private void require(String slug, Records records) {
        if (!records.slugs().contains(slug)) {
            throw new ParameterException(spec.commandLine(), "--company: no record is named '" + slug + "'");
        }
    }

    private Optional<Instant> since() {
        try {
            return Optional.ofNullable(since)
                    .map(date ->
                            LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--since: '" + since + "' is no date such as 2026-06-01", e);
        }
    }
}
