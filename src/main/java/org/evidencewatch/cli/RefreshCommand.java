package org.evidencewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.citation.Records;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Busy;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.Refresh.Outcome.Failed;
import org.evidencewatch.job.Refresh.Outcome.Stopped;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads every due page once, and says what that means. */
@Command(
        name = "refresh",
        description = "Read every cited page that is due, once, and say what changed.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence refresh --company acme"})
final class RefreshCommand implements Callable<Integer> {

    private static final LocalTime TIME_OF_A_NIGHT = LocalTime.of(2, 0);

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--company", paramLabel = "SLUG", description = "Only the pages that this company's record cites.")
    private @Nullable String company;

    @Option(names = "--all", description = "Also the pages attempted in the last 20 hours.")
    private boolean all;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Recorded responses in place of the web (see fixtures/nights/README.md).")
    private @Nullable Path replay;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The time that a replay pretends, such as 2026-06-11T02:00:00Z; default: the date that"
                    + " its folder is named by.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        var request = request();
        try (var house = evidence.open()) {
            require(request.company(), house.getBean(Records.class));
            var progress = new ProgressBar(spec.commandLine().getErr(), Terminal.err(), "refresh");
            var outcome = house.getBean(Refresh.class).refresh(request, progress);
            progress.finish();
            return switch (outcome) {
                case Completed c -> show(c.report());
                case Stopped s -> fail("run " + s.run() + " was stopped; the next refresh goes on with it");
                case Failed f -> fail("run " + f.run() + " did not finish: " + f.why());
                case Busy b -> fail("another process is reading now; nothing was done");
            };
        }
    }

    private int show(RefreshReport report) {
        if (json) {
            evidence.json(report);
        } else {
            RefreshTable.print(evidence.out(), report);
        }
        return Evidence.DONE;
    }

    private int fail(String why) {
        spec.commandLine().getErr().println(why);
        return Evidence.FAILED;
    }

    private RefreshRequest request() {
        if (replay == null) {
            if (asOf != null) {
                throw wrong("--as-of needs --replay: the live web answers as of now");
            }
            return new RefreshRequest(Optional.ofNullable(company), all, Optional.empty(), Optional.empty());
        }
        if (!Files.isDirectory(replay)) {
            throw wrong("--replay: " + replay + " is not a folder");
        }
        return new RefreshRequest(Optional.ofNullable(company), all, Optional.of(replay), Optional.of(time(replay)));
    }

    private void require(Optional<String> slug, Records records) {
        if (slug.isPresent() && !records.slugs().contains(slug.get())) {
            throw wrong("--company: no record is named '" + slug.get() + "'; there are: "
                    + String.join(", ", records.slugs().stream().limit(20).toList()));
        }
    }

    private Instant time(Path night) {
        String text =
                asOf == null ? String.valueOf(night.toAbsolutePath().normalize().getFileName()) : asOf;
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atTime(TIME_OF_A_NIGHT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw wrong(
                    asOf == null
                            ? "--as-of is missing, and the folder " + text + " is not named by a date"
                            : "--as-of: '" + text + "' is no time such as 2026-06-11T02:00:00Z");
        }
    }

    private ParameterException wrong(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }
}
