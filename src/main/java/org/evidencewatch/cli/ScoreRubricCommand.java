package org.evidencewatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evidencewatch.score.RubricReading;
import org.evidencewatch.score.Rubrics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks a rubric, and prints what it says. Opens no database. */
@Command(
        name = "rubric",
        mixinStandardHelpOptions = true,
        description = "Checks a rubric and prints its weights, states and grades. Opens no database.",
        footer = {
            "",
            "Exit: 0 it can be used, 2 it cannot; then each error stands on standard error as FILE:LINE: REASON.",
            "",
            "Examples: evidence score rubric",
            "          evidence score rubric config/rubrics/ces-1.2.yaml --json"
        })
final class ScoreRubricCommand implements Callable<Integer> {

    @ParentCommand
    private ScoreCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The rubric; without it, the one in force.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        var evidence = parent.evidence();
        RubricReading reading = file == null ? Rubrics.inForce() : Rubrics.load(file);
        if (json) {
            evidence.json(RubricView.of(reading));
        }
        return switch (reading) {
            case RubricReading.Usable usable -> {
                if (!json) {
                    new RubricPrint(evidence.out()).print(usable.rubric());
                }
                yield Evidence.DONE;
            }
            case RubricReading.Faulty faulty -> {
                faulty.errors().forEach(error -> spec.commandLine().getErr().println(Ink.safe(error.toString())));
                yield Evidence.WRONG_INPUT;
            }
        };
    }
}
