package org.evidencewatch.cli;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.evidencewatch.review.AdoptionReply;
import org.evidencewatch.review.AdoptionRequest;
import org.evidencewatch.review.RubricAdoption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Has the whole index scored by the rubric in force. */
@Command(
        name = "adopt",
        mixinStandardHelpOptions = true,
        description = {
            "Scores every record anew by the rubric in force: claims stay, score and grade become what the rubric gives.",
            "All records or none; once for each version of the rubric. Records that claim nothing are left alone."
        },
        footer = {
            "",
            "Exit: 0 done, or done before; 2 the rubric has only sample values, or was adopted from another file.",
            "",
            "Example: evidence score adopt --by anna --why 'the weights that we published in July'"
        })
final class ScoreAdoptCommand implements Callable<Integer> {

    @ParentCommand
    private ScoreCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides it.")
    private String by = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in your words.")
    private String why = "";

    @Option(names = "--sample-values", description = "Adopt the rubric although its weights and points are samples.")
    private boolean sampleValues;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        AdoptionRequest.objection(by, why).ifPresent(objection -> {
            throw new ParameterException(spec.commandLine(), objection);
        });
        try (var house = parent.evidence().open()) {
            return told(house.getBean(RubricAdoption.class).adopt(new AdoptionRequest(by, why, sampleValues)));
        }
    }

    private int told(AdoptionReply reply) {
        String message = message(reply);
        if (json) {
            parent.evidence().json(AdoptionView.of(reply, message));
        }
        return switch (reply) {
            case AdoptionReply.Adopted adopted -> {
                if (!json) {
                    print(adopted, message);
                }
                yield Evidence.DONE;
            }
            case AdoptionReply.AdoptedBefore before -> {
                if (!json) {
                    parent.evidence().out().println(message);
                }
                yield Evidence.DONE;
            }
            case AdoptionReply.OtherFile other -> wrong(message);
            case AdoptionReply.OnlySamples samples -> wrong(message);
        };
    }

    private int wrong(String message) {
        spec.commandLine().getErr().println(message);
        return Evidence.WRONG_INPUT;
    }

    private void print(AdoptionReply.Adopted adopted, String message) {
        var out = parent.evidence().out();
        adopted.scored()
                .forEach(company -> out.printf(
                        "  %-30s  %s -> %d/100 (grade %s)%n",
                        company.company(),
                        ScorecardPrint.standing(company.scoreBefore(), company.gradeBefore()),
                        company.scoreAfter(),
                        company.gradeAfter()));
        adopted.leftAlone().forEach(slug -> out.printf("  %-30s  left alone: it claims nothing%n", slug));
        out.println(message);
    }

    private static String message(AdoptionReply reply) {
        return switch (reply) {
            case AdoptionReply.Adopted adopted ->
                "%d records scored by %s, %d left alone.%s"
                        .formatted(
                                adopted.scored().size(),
                                adopted.version(),
                                adopted.leftAlone().size(),
                                adopted.sample() ? " Its weights and points are sample values." : "");
            case AdoptionReply.AdoptedBefore before ->
                "%s was adopted by %s on %s; nothing was done."
                        .formatted(
                                before.version(),
                                Ink.safe(before.by()),
                                before.at().truncatedTo(ChronoUnit.SECONDS));
            case AdoptionReply.OtherFile other ->
                ("%s was adopted by %s on %s from another file; nothing was done. Raise the version: a new id, in a file of"
                                + " its name, and evidence.rubric to name it.")
                        .formatted(
                                other.version(),
                                Ink.safe(other.by()),
                                other.at().truncatedTo(ChronoUnit.SECONDS));
            case AdoptionReply.OnlySamples samples ->
                ("%s has only sample values; nothing was done. Put the published weights and points into its file, or say"
                                + " --sample-values.")
                        .formatted(samples.version());
        };
    }
}
