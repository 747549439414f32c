package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.evidencewatch.postgres.Archive;
import org.evidencewatch.postgres.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes everything into one file. */
@Command(
        name = "backup",
        description = {
            "Write everything that is stored into one file, as it is at one moment. The program may go on meanwhile.",
            "The file holds the hashes of passwords and tokens: keep it where only you can read it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence backup --out /backups/evidence-2026-06-14.zip"})
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; there must be none of that name.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The document. */
    record Report(String file, long bytes, String schema, Instant madeAt, int tables, long rows) {

        static Report of(Path file, Archive archive) throws IOException {
            return new Report(
                    file.toString(),
                    Files.size(file),
                    archive.schema(),
                    archive.madeAt(),
                    archive.tables().size(),
                    archive.rows());
        }
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            spec.commandLine().getErr().println(out + " exists already; a backup overwrites nothing");
            return Evidence.WRONG_INPUT;
        }
        try (var house = evidence.open()) {
            var report = Report.of(out, house.getBean(Backup.class).write(out));
            if (json) {
                evidence.json(report);
            } else {
                evidence.out()
                        .printf(
                                "%s: %d rows of %d tables, %d bytes%n",
                                report.file(), report.rows(), report.tables(), report.bytes());
            }
        }
        return Evidence.DONE;
    }
}
