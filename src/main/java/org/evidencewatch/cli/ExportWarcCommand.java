package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.citation.Records;
import org.evidencewatch.snapshot.ArchiveOrder;
import org.evidencewatch.snapshot.ArchiveReply;
import org.evidencewatch.snapshot.ArchiveReply.WrittenFile;
import org.evidencewatch.snapshot.WarcExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes what was read as an archive. */
@Command(
        name = "warc",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what was read as a web archive (WARC 1.1): answers, revisits, and why a read failed.",
            "A revisit brings the capture that it refers to, though that is older than --since."
        },
        footer = {
            "",
            "The directory must be missing, empty, or an earlier archive of ours, which is replaced as a whole.",
            "Exit: 0 written, 1 the files cannot be written, 2 wrong input, 3 a stored page is damaged: it was left out.",
            "",
            "Example: evidence export warc --out archive --since 2026-06-01"
        })
final class ExportWarcCommand implements Callable<Integer> {

    @ParentCommand
    private ExportCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "The earliest capture: a date, or a time such as 2026-06-11T02:00:00Z.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "The latest capture; of a date, to its end (UTC).")
    private @Nullable String until;

    @Option(
            names = "--company",
            paramLabel = "SLUG",
            description = "Only pages that this company's record cites or cited.")
    private @Nullable String company;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The document. */
    private record Document(List<WrittenFile> files, long captures, long revisits, long failed, List<String> damaged) {}

    @Override
    public Integer call() throws IOException {
        var order = new ArchiveOrder(
                out, time("--since", since, false), time("--until", until, true), Optional.ofNullable(company));
        if (order.since().isPresent()
                && order.until().filter(order.since().get()::isAfter).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--since is after --until");
        }
        try (var house = parent.evidence().open()) {
            SomeRecords.require(order.company(), house.getBean(Records.class), spec);
            var progress = new ExportProgress(spec.commandLine().getErr(), Terminal.err());
            return switch (house.getBean(WarcExport.class).export(order, progress)) {
                case ArchiveReply.Refused refused -> {
                    spec.commandLine().getErr().println(refused.because());
                    yield Evidence.WRONG_INPUT;
                }
                case ArchiveReply.Written written -> show(written);
            };
        }
    }

    private int show(ArchiveReply.Written written) {
        written.damaged().forEach(damage -> spec.commandLine().getErr().println("left out: " + damage));
        if (json) {
            parent.evidence()
                    .json(new Document(
                            written.files(),
                            written.captures(),
                            written.revisits(),
                            written.failed(),
                            written.damaged()));
        } else {
            print(written);
        }
        return written.damaged().isEmpty() ? Evidence.DONE : Evidence.ATTENTION;
    }

    private void print(ArchiveReply.Written written) {
        var print = parent.evidence().out();
        print.printf(
                "%d captures: %d revisits, %d failed, %d damaged%n",
                written.captures(),
                written.revisits(),
                written.failed(),
                written.damaged().size());
        written.files()
                .forEach(file -> print.printf(
                        "%s: %d records, %d bytes%n", out.resolve(file.name()), file.records(), file.bytes()));
    }

    private Optional<Instant> time(String option, @Nullable String written, boolean end) {
        return Optional.ofNullable(written)
                .map(text -> PointInTime.read(text, end)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "%s: '%s' is no date and no time such as 2026-06-11T02:00:00Z"
                                        .formatted(option, text))));
    }
}
