package org.evidencewatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evidencewatch.citation.Records;
import org.evidencewatch.job.NearMatch;
import org.evidencewatch.web.json.RecordView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows one record as it stands. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows one record as it stands: its claims by dimension, the pages that it cites, and what that rests on.",
        footer = {"", "Example: evidence company show tidewater-courses --json"})
final class CompanyShowCommand implements Callable<Integer> {

    @ParentCommand
    private CompanyCommand parent;

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
                spec.commandLine().getErr().println(unknown(slug, records.slugs()));
                return Evidence.WRONG_INPUT;
            }
            if (json) {
                evidence.json(RecordView.of(stored.get()));
            } else {
                new RecordSheet(evidence.out()).print(stored.get());
            }
            return Evidence.DONE;
        }
    }

    /** What to say of a slug that nobody has. */
    static String unknown(String slug, List<String> known) {
        var near = NearMatch.of(slug, known);
        if (known.isEmpty()) {
            return "No company '%s': nothing was imported yet (evidence import FILE).".formatted(slug);
        }
        return near.isEmpty()
                ? "No company '%s' among the %d imported.".formatted(slug, known.size())
                : "No company '%s'. Did you mean %s?".formatted(slug, String.join(" or ", near));
    }
}
