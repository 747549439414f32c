package org.evidencewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The companies that were imported. */
@Command(
        name = "company",
        mixinStandardHelpOptions = true,
        description = "Shows what the index published of a company.",
        synopsisSubcommandLabel = "show",
        footer = {"", "Example: evidence company show tidewater-courses"},
        subcommands = CompanyShowCommand.class)
final class CompanyCommand implements Runnable {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    Evidence evidence() {
        return evidence;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: company show SLUG");
    }
}
