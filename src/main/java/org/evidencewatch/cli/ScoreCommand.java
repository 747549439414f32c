package org.evidencewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Scores by the rubric. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Shows what the rubric makes of a record, checks a rubric, and has the index scored by it.",
        synopsisSubcommandLabel = "<show|rubric|adopt>",
        footer = {"", "Example: evidence score show tidewater-courses"},
        subcommands = {ScoreShowCommand.class, ScoreRubricCommand.class, ScoreAdoptCommand.class})
final class ScoreCommand implements Runnable {

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
                spec.commandLine(), "Say what to do: score show SLUG, score rubric [FILE], or score adopt");
    }
}
