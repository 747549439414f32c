package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.citation.Records;
import org.evidencewatch.score.Scoring;
import org.evidencewatch.score.Stated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lays the rubric's scorecard of a record beside its published score. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the published score of a record, and line by line what the rubric in force makes of its claims.",
            "The published score stands whatever the rubric gives: what a decision changes in a claim moves it by as much as"
                    + " it moves the rubric's own."
        },
        footer = {"", "Example: evidence score show tidewater-courses --json"})
final class ScoreShowCommand implements Callable<Integer> {

    @ParentCommand
    private ScoreCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SLUG", description = "The company's name in the index's URLs.")
    private String slug;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        var evidence = parent.evidence();
        try (var house = evidence.open()) {
            var records = house.getBean(Records.class);
            var stored = records.find(slug);
            if (stored.isEmpty()) {
                spec.commandLine().getErr().println(CompanyShowCommand.unknown(slug, records.slugs()));
                return Evidence.WRONG_INPUT;
            }
            var record = stored.get().record();
            var card = house.getBean(Scoring.class).card(Stated.of(record));
            if (json) {
                evidence.json(ScorecardView.of(record, card));
            } else {
                new ScorecardPrint(evidence.out()).print(record, card);
            }
            return Evidence.DONE;
        }
    }
}
