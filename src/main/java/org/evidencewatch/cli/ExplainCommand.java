package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.evidencewatch.change.Flags;
import org.evidencewatch.cli.QueueView.PassageView;
import org.evidencewatch.review.WordDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replays one detected change from the stored bytes. */
@Command(
        name = "explain",
        description = "Show why a change was flagged: compare the stored pages once more, offline.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence explain 7"})
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CHANGE", description = "The id of a change.")
    private long change;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (var house = evidence.open()) {
            var flag = house.getBean(Flags.class).find(change);
            if (flag.isEmpty()) {
                spec.commandLine().getErr().println("no change has the id " + change);
                return Evidence.WRONG_INPUT;
            }
            var explanation = Explanation.of(house, flag.get());
            if (json) {
                evidence.json(explanation);
            } else {
                print(evidence.out(), explanation);
            }
            return Evidence.DONE;
        }
    }

    private static void print(PrintWriter out, Explanation told) {
        out.printf("Change %d, %s: %s%n", told.change(), told.state(), Ink.safe(told.url()));
        told.baseline().ifPresent(side -> print(out, "before", side));
        print(out, "after", told.capture());
        out.printf("  read anew by extractor %s%n", told.extractorVersion());
        print(out, "recorded " + QueueTable.time(told.observedAt()), told.recorded());
        print(out, "recomputed", told.recomputed());
        out.println(told.agrees() ? "Both agree." : "They do NOT agree.");
        told.confirmation()
                .ifPresentOrElse(
                        by -> out.printf("Confirmed %s by capture %d.%n", QueueTable.time(by.at()), by.capture()),
                        () -> out.println("No later read has confirmed it."));
        told.outcome()
                .ifPresent(end -> out.printf(
                        "Ended %s: %s (%s)%n", QueueTable.time(end.at()), end.outcome(), Ink.safe(end.detail())));
        told.decisions()
                .forEach(said -> out.printf(
                        "Decided %s by %s: %s, %s%n",
                        QueueTable.time(said.at()), Ink.safe(said.by()), said.verdict(), Ink.safe(said.why())));
    }

    private static void print(PrintWriter out, String name, Explanation.Side side) {
        out.printf(
                "  %-6s  capture %d, %s, %s, first read by %s%n          sha256 %s%n",
                name,
                side.capture(),
                QueueTable.time(side.at()),
                side.state(),
                side.firstReadBy().orElse("none"),
                side.digest());
    }

    private static void print(PrintWriter out, String name, Explanation.Found found) {
        out.printf("%s: %s, severity %d%n", name, found.verdict(), found.severity());
        var ink = new Ink(Terminal.out());
        for (PassageView reason : found.reasons()) {
            var words =
                    WordDiff.of(reason.before().map(Ink::safe), reason.after().map(Ink::safe));
            out.printf(
                    "  %3d  %s: %s -> %s%n",
                    reason.severity(), Ink.safe(reason.code()), ink.removed(words.before()), ink.added(words.after()));
        }
    }
}
