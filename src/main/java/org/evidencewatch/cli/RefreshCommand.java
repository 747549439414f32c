package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.evidencewatch.citation.Records;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Busy;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.Refresh.Outcome.Failed;
import org.evidencewatch.job.Refresh.Outcome.Stopped;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.snapshot.WarcArchive;
import org.evidencewatch.snapshot.WarcArchive.Unusable;
import org.evidencewatch.snapshot.WarcArchive.Usable;
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

    private static final int FLAWS_SHOWN = 20;
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
            paramLabel = "DIR|FILE",
            description = "Recorded responses in place of the web: a folder (see fixtures/nights/README.md), or a web"
                    + " archive, .warc or .warc.gz.")
    private @Nullable Path replay;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The time that a replay pretends, such as 2026-06-11T02:00:00Z; default: the date that"
                    + " its folder is named by, or of the newest record of an archive.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (replay == null || !Files.isRegularFile(replay)) {
            var request = request();
            return run(request, (refresh, progress) -> refresh.refresh(request, progress));
        }
        return switch (WarcArchive.open(replay)) {
            case Unusable unusable -> throw wrong("--replay: " + unusable.because());
            case Usable usable -> {
                try (var archive = usable.archive()) {
                    yield replay(archive, replay);
                }
            }
        };
    }

    /** How a request is carried out. */
    private interface Reading extends BiFunction<Refresh, ProgressBar, Refresh.Outcome> {}

    private int replay(WarcArchive archive, Path file) {
        archive.flaws().stream().limit(FLAWS_SHOWN).forEach(this::tell);
        if (archive.flaws().size() > FLAWS_SHOWN) {
            tell("and %d more records that are of no use"
                    .formatted(archive.flaws().size() - FLAWS_SHOWN));
        }
        var time = asOf == null ? archive.newest() : time(file);
        var request = new RefreshRequest(Optional.ofNullable(company), all, Optional.of(file), Optional.of(time));
        return run(request, (refresh, progress) -> refresh.replay(request, archive, progress));
    }

    private int run(RefreshRequest request, Reading reading) {
        try (var house = evidence.open()) {
            SomeRecords.require(request.company(), house.getBean(Records.class), spec);
            if (asOf == null
                    && request.asOf()
                            .filter(house.getBean(Clock.class).instant()::isBefore)
                            .isPresent()) {
                throw wrong("the newest record is of " + request.asOf().get()
                        + ", which is yet to come; name a time by --as-of");
            }
            var progress = new ProgressBar(spec.commandLine().getErr(), Terminal.err(), "refresh");
            var outcome = reading.apply(house.getBean(Refresh.class), progress);
            progress.finish();
            return switch (outcome) {
                case Completed c -> show(c.report());
                case Stopped s -> fail("run " + s.run() + " was stopped; the next refresh goes on with it");
                case Failed f -> fail("run " + f.run() + " did not finish: " + f.why());
                case Busy b -> fail("another process is reading now; nothing was done");
            };
        }
    }

    private void tell(String flaw) {
        spec.commandLine().getErr().println("left out: " + flaw);
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
            throw wrong("--replay: " + replay + " is neither a folder nor a file");
        }
        return new RefreshRequest(Optional.ofNullable(company), all, Optional.of(replay), Optional.of(time(replay)));
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
