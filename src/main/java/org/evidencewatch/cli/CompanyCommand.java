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
        description = "Shows what the index published of a company, and what its claims rest on.",
        synopsisSubcommandLabel = "<show|claims>",
        footer = {"", "Example: evidence company show tidewater-courses"},
        subcommands = {CompanyShowCommand.class, CompanyClaimsCommand.class})
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
        throw new ParameterException(spec.commandLine(), "Say what to do: company show SLUG, or company claims SLUG");
    }
}
