package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evidencewatch.postgres.BackupRefused;
import org.evidencewatch.postgres.Restore;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings a backup into an empty home. */
@Command(
        name = "restore",
        description = {
            "Bring a backup into an empty home, or into the empty database that EVIDENCE_DATABASE_URL names.",
            "One of an older release is brought up to date afterwards. Where there are data already, nothing is done."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:restored", "1:failed, and nothing was changed", "2:no backup, or there are data already"},
        footer = {"", "Example: EVIDENCE_HOME=/var/lib/evidence-new evidence restore /backups/evidence-2026-06-14.zip"})
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file that evidence backup wrote.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        BackupCommand.Report report;
        try {
            // The tables as they were when it was made; the next opening brings them up to date.
            String schema = Restore.contents(file).schema();
            try (var house = evidence.open("spring.flyway.target=" + schema + "?")) {
                report = BackupCommand.Report.of(
                        file, house.getBean(Restore.class).from(file));
            }
        } catch (BackupRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return Evidence.WRONG_INPUT;
        }
        try (var house = evidence.open()) {
            house.getBean(JdbcTemplate.class).execute("analyze");
        }
        if (json) {
            evidence.json(report);
        } else {
            evidence.out().printf("%d rows of %d tables are back.%n", report.rows(), report.tables());
        }
        return Evidence.DONE;
    }
}
