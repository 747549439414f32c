package org.evidencewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What leaves the house as files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the index, or what was read for it, as files for others.",
        synopsisSubcommandLabel = "<open-data|warc>",
        footer = {"", "Example: evidence export open-data --out public"},
        subcommands = {ExportOpenDataCommand.class, ExportWarcCommand.class})
final class ExportCommand implements Runnable {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    Evidence evidence() {
        return evidence;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to export: export open-data --out DIR, or export warc --out DIR");
    }
}
